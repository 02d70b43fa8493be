using System.Globalization;
using Inventory.Catalog;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Decides which movements of a SKU name a lot.</summary>
internal static class LotRuleDecider
{
    public static Sku? Decide(ref Working work, Sku sku, SetLotRules set)
    {
        if (set.Rules.Count > 0 && sku.Tracking != Tracking.Lot)
        {
            work.Refuse(ErrorCodes.InvalidLotRequired, "rules", set.Rules.Count.ToString(CultureInfo.InvariantCulture),
                "none", $"{sku.Code} is not tracked by lot, so its movements have no lots to choose about; leave the rules out.");
        }

        return sku with { Details = sku.Details with { LotRules = [.. set.Rules] } };
    }

    /// <summary>Checks the rules themselves, whatever SKU they are for.</summary>
    public static void Check(ref Working work, SetLotRules set)
    {
        var kinds = new HashSet<int>();
        for (var i = 0; i < set.Rules.Count; i++)
        {
            var (use, kind) = set.Rules[i];
            var field = $"rules[{i.ToString(CultureInfo.InvariantCulture)}]";
            work.CheckDefined(use, $"{field}.use");
            work.CheckDefined(kind ?? default, $"{field}.kind");
            if (kind is MovementKind.Reversal or MovementKind.Arrival)
            {
                work.Refuse(ErrorCodes.InvalidPolicy, $"{field}.kind", kind.ToString(), "another kind",
                    $"What is undone or arrives has the lot it had; a rule for {kind} has nothing to say, leave it out.");
            }

            if (!kinds.Add(kind is { } one ? (int)one : -1))
            {
                work.Refuse(ErrorCodes.InvalidPolicy, $"{field}.kind", kind?.ToString(), null,
                    $"'{kind?.ToString() ?? "all other kinds"}' has two rules; make them one.");
            }
        }
    }
}
