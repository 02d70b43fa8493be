using Inventory.Catalog;
using Inventory.Policies;

namespace Inventory.Queries;

/// <summary>A SKU of an order, in one grade, over all lines that name it.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Grade">The code of the grade, as it is spelt in its list; null for none.</param>
/// <param name="Asked">How much is asked for, in steps.</param>
/// <param name="Rule">What it is sold by.</param>
/// <param name="Takes">What one step takes of which goods: a kit of its components, any other of itself.</param>
internal sealed record SourcedGoods(
    Sku Sku, string? Grade, long Asked, EffectiveSelling Rule, IReadOnlyDictionary<int, long> Takes)
{
    /// <summary>How much may be promised when so much of the goods is free; as a reservation decides.</summary>
    public long Promisable(Func<int, long> free)
    {
        var units = Takes.Min(part => part.Value == 1 ? free(part.Key) : Math.Max(0, free(part.Key)) / part.Value);
        return Sku.IsKit ? Rule.Shown(units) : Rule.Promisable(units);
    }

    /// <summary>Whether both draw on the same goods.</summary>
    public bool Meets(SourcedGoods other) => Grade == other.Grade && Takes.Keys.Any(other.Takes.ContainsKey);
}
