namespace Inventory.Storage;

/// <summary>What schema a database has and what the package needs.</summary>
/// <param name="Version">The version found; 0 when there is none.</param>
/// <param name="Required">The version this package works with.</param>
public readonly record struct SchemaStatus(int Version, int Required)
{
    /// <summary>Whether the database can be used as it is.</summary>
    public bool IsCurrent => Version == Required;
}
