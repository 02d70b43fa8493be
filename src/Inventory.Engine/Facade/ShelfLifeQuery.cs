using NodaTime;

namespace Inventory;

/// <summary>Asks how long what is on hand of a SKU will keep, as seen from a day.</summary>
/// <param name="Sku">The code of a SKU that is tracked by lot or serial.</param>
/// <param name="Day">The day that is day 0, usually today.</param>
public sealed record ShelfLifeQuery(string Sku, LocalDate Day)
{
    /// <summary>The last day of each bucket after the expired one, where nothing else is asked for.</summary>
    public static IReadOnlyList<int> DefaultEdges { get; } = [7, 30, 60, 90];

    /// <summary>
    /// The last day of each bucket, counted from <see cref="Day"/>: 1 or more, each above the one before. A last
    /// bucket without an end follows.
    /// </summary>
    /// <value>7, 30, 60 and 90 days.</value>
    public IReadOnlyList<int> Edges { get; init; } = DefaultEdges;

    /// <summary>The name of the book that says what the units are worth; null leaves value out.</summary>
    public string? Book { get; init; }
}
