using Inventory.Putaway;

namespace Inventory;

/// <summary>Asks which bin goods are to be put into.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Quantity">How much, more than zero; its unit is what the goods are handled in, such as a pallet.</param>
/// <param name="Pool">The code of a pool, or of a place in one: all bins of the pool are looked at.</param>
/// <param name="Rules">The rules, in order; 1 to <see cref="RulesMax"/>.</param>
public sealed record PutawayQuery(string Sku, Quantity Quantity, string Pool, IReadOnlyList<PutawayRule> Rules)
{
    /// <summary>The most rules of one question.</summary>
    public const int RulesMax = 1_000;

    /// <summary>How fast the goods move, in classes of yours that rules name; null is unknown.</summary>
    public string? Velocity { get; init; }
}
