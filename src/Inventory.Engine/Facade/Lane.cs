namespace Inventory;

/// <summary>How urgent a call is.</summary>
public enum Lane
{
    /// <summary>Somebody waits for the answer.</summary>
    Interactive,

    /// <summary>Imports and the like: at most a quarter of a batch while interactive commands wait.</summary>
    Bulk,
}
