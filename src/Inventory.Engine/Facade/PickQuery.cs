using Inventory.Picking;
using NodaTime;

namespace Inventory;

/// <summary>Asks where units of a SKU are to be picked.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Quantity">How much, more than zero, in the SKU's base unit or one that converts to it.</param>
/// <param name="Pool">The code of a pool, or of a place in one: all places of the pool are looked at.</param>
/// <param name="Strategy">Which goods are picked first.</param>
public sealed record PickQuery(string Sku, Quantity Quantity, string Pool, PickStrategy Strategy)
{
    /// <summary>
    /// The day on which the customer has the goods: what must be off the shelf by then is left lying. Null is today, in
    /// the time zone of the pool.
    /// </summary>
    public LocalDate? Delivery { get; init; }

    /// <summary>How long the goods must keep from then on; null is no longer than to their removal.</summary>
    public MinimumLife? Life { get; init; }

    /// <summary>
    /// The code of the place where <see cref="PickStrategy.Nearest"/> begins to walk, going round; null is the first of
    /// the walk.
    /// </summary>
    public string? Start { get; init; }

    /// <summary>The code of the grade; null is the ungraded stock.</summary>
    public string? Grade { get; init; }
}
