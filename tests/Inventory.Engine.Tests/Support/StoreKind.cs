namespace Inventory.Engine.Tests.Support;

/// <summary>Which store a test runs on.</summary>
public enum StoreKind
{
    Memory,
    Sqlite,
}
