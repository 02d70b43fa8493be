using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Lots;

/// <summary>Says which movements of a SKU name a lot: all of them, unless a rule says otherwise.</summary>
/// <remarks>
/// <para>
/// Holds for movements that are sent afterwards. Units without a lot lie beside those that have one, never go bad, and
/// are taken by movements that name none. Reversals and arrivals have what they undo or bring, and need no rule.
/// </para>
/// <para>
/// Refused with <c>NotFound.Sku</c>, <c>Invalid.LotRequired</c> where the SKU is not tracked by lot, or
/// <c>Invalid.Policy</c> for two rules of one kind.
/// </para>
/// </remarks>
public sealed record SetLotRules : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="rules">The rules, at most one per kind and one for all others; none requires lots everywhere.</param>
    public SetLotRules(CommandKey key, string sku, params IReadOnlyList<LotRule> rules)
        : base(key, sku) => Rules = rules;

    /// <summary>The rules, at most one per kind and one for all others.</summary>
    public IReadOnlyList<LotRule> Rules { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(49);
        writer.Text(Sku);
        writer.Int(Rules.Count);
        foreach (var rule in Rules)
        {
            writer.Int((int)rule.Use);
            writer.Int(rule.Kind is { } kind ? (int)kind : -1);
        }
    }
}
