namespace Inventory.Putaway;

/// <summary>Where goods of some kind are put. What is null asks for nothing.</summary>
/// <remarks>Codes in any spelling that normalises to them. Immutable.</remarks>
/// <param name="Target">Which bins will do, by what lies in them.</param>
/// <param name="Within">The code of a location that the bins lie in; null is anywhere in the pool.</param>
public sealed record PutawayRule(PutawayTarget Target, string? Within = null)
{
    /// <summary>The code of the SKU that it is for.</summary>
    public string? Sku { get; init; }

    /// <summary>The code of the category that it is for, those below it included.</summary>
    public string? Category { get; init; }

    /// <summary>The unit that the goods must be given in, such as that of a pallet.</summary>
    public string? Unit { get; init; }

    /// <summary>How fast the goods must move, in classes of yours such as <c>A</c>.</summary>
    public string? Velocity { get; init; }
}
