namespace Inventory.Picking;

/// <summary>Which goods may be picked, and which of them first.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Strategy">Which goods are picked first.</param>
/// <param name="Delivery">The day of delivery, as yyyymmdd: goods are removed after it.</param>
public sealed record PickRule(PickStrategy Strategy, int Delivery)
{
    /// <summary>How long the goods must keep from then on; null is no longer than to their removal.</summary>
    public MinimumLife? Life { get; init; }

    /// <summary>Whether goods are taken that will have expired by then; somebody must have a reason.</summary>
    public bool TakesExpired { get; init; }
}
