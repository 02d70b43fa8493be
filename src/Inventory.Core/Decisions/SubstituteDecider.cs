using System.Globalization;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Substitutes;
using NodaTime;

namespace Inventory.Decisions;

/// <summary>Decides what may be sold instead of a SKU.</summary>
internal static class SubstituteDecider
{
    private const int LinesMax = 100;

    public static Sku? Decide(ref Working work, Sku sku, SetSubstitutes set)
    {
        if (set.Substitutes.Count > LinesMax)
        {
            work.Refuse(ErrorCodes.InvalidField, "substitutes",
                set.Substitutes.Count.ToString(CultureInfo.InvariantCulture), "at most 100",
                "A SKU has at most 100 substitutes; keep the best.");
        }

        var today = Micros.ToInstant(work.Moment.Now).InUtc().Date;
        var links = new List<Substitute>(set.Substitutes.Count);
        for (var i = 0; i < set.Substitutes.Count; i++)
        {
            CheckLine(ref work, set.Substitutes[i], today, $"substitutes[{i}]");
            if (Link(ref work, set.Substitutes[i], links, $"substitutes[{i}]") is { } link)
            {
                links.Add(link);
            }
        }

        CheckChain(ref work, sku, links, today);
        return sku with { Details = sku.Details with { Substitutes = links } };
    }

    private static void CheckLine(ref Working work, SubstituteLine line, LocalDate today, string target)
    {
        work.CheckDefined(line.Rule, $"{target}.rule");
        if (line.Ratio.IsDefault)
        {
            Refuse(ref work, $"{target}.ratio", null, "a ratio",
                $"How much of '{line.Sku}' replaces one unit is missing; give the ratio, such as 1/1.");
        }

        if (line.ValidTo < line.ValidFrom || line.ValidTo < today)
        {
            Refuse(ref work, $"{target}.validTo", $"{line.ValidTo:uuuu-MM-dd}", $"{today:uuuu-MM-dd} or later",
                $"The link to '{line.Sku}' has expired or ends before it starts; leave it out or correct its days.");
        }
    }

    private static Substitute? Link(ref Working work, SubstituteLine line, List<Substitute> before, string target)
    {
        if (work.FindSku(line.Sku, $"{target}.sku") is not { } window || line.Ratio.IsDefault)
        {
            return null;
        }

        var link = new Substitute(window.Sku.Number, line.Ratio, line.Rule, line.ValidFrom, line.ValidTo);
        if (before.Exists(other => other.Sku == link.Sku
            && !(other.ValidFrom > link.ValidTo) && !(link.ValidFrom > other.ValidTo)))
        {
            Refuse(ref work, $"{target}.sku", line.Sku, null,
                $"{window.Sku.Code} is there twice at the same time; keep one of the links.");
        }

        return link;
    }

    private static void CheckChain(ref Working work, Sku sku, List<Substitute> links, LocalDate today)
    {
        var search = new SkuSearch(sku.Number, SetSubstitutes.ChainMax, other =>
            other.Substitutes.Where(link => !(link.ValidTo < today)).Select(link => link.Sku));
        if (search.Find(ref work, [.. links.Select(link => link.Sku)]) is { } path)
        {
            var names = SkuSearch.Names(work.Stock, [sku.Number, .. path]);
            Refuse(ref work, "substitutes", names, $"at most {SetSubstitutes.ChainMax} links, none back",
                path[^1] == sku.Number
                    ? $"{sku.Code} would replace itself: {names}; take one of the links out."
                    : $"More than {SetSubstitutes.ChainMax} links would follow each other: {names}; link to the last one directly.");
        }
    }

    private static void Refuse(
        ref Working work, string target, string? actual, string? allowed, string message) =>
        work.Refuse(ErrorCodes.InvalidSubstitution, target, actual, allowed, message);
}
