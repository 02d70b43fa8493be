namespace Inventory.Sqlite;

/// <summary>What a commit survives. In both cases a killed process loses nothing and the file stays whole.</summary>
public enum Durability
{
    /// <summary>A commit that was answered survives a power failure too: <c>synchronous=FULL</c>.</summary>
    Full,

    /// <summary>
    /// A power failure may take the last commits: <c>synchronous=NORMAL</c>. Faster where batches are small.
    /// </summary>
    Normal,
}
