namespace Inventory.Decisions;

/// <summary>The outcome of deciding a command: posted, refused, or more must be loaded first.</summary>
/// <remarks>Exactly one of the three is set.</remarks>
public readonly struct Decision
{
    internal Decision(ChangeSet posted) => Posted = posted;

    internal Decision(IReadOnlyList<InventoryError> refused) => Refused = refused;

    internal Decision(Needs needs) => Needs = needs;

    /// <summary>The facts to apply; null when not posted.</summary>
    public ChangeSet? Posted { get; }

    /// <summary>All errors found, in no particular order; null when not refused.</summary>
    public IReadOnlyList<InventoryError>? Refused { get; }

    /// <summary>What to load before deciding again; null when decided.</summary>
    public Needs? Needs { get; }
}
