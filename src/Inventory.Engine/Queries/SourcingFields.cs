using System.Globalization;
using Inventory.Sourcing;

namespace Inventory.Queries;

/// <summary>Checks the fields of a question about sourcing, before anything is looked up.</summary>
internal static class SourcingFields
{
    public static IEnumerable<InventoryError> Check(SourcingQuery query)
    {
        if (!Enum.IsDefined(query.Policy))
        {
            yield return Wrong(ErrorCodes.InvalidField, "policy", query.Policy.ToString(), "a defined value",
                $"There is no {nameof(SourcingPolicy)} {query.Policy}; use one of those that are defined.");
        }

        if (query.Lines.Count is 0 or > SourcingQuery.LinesMax)
        {
            yield return Number(ErrorCodes.InvalidReservation, "lines", query.Lines.Count, 1, SourcingQuery.LinesMax,
                "An order has");
        }

        var most = new SourcingRule(query.Policy, 0).WeighsChoices ? Sourcer.WeighedMax : SourcingQuery.SitesMax;
        if (query.Sites.Count == 0 || query.Sites.Count > most)
        {
            yield return Number(ErrorCodes.InvalidReservation, "sites", query.Sites.Count, 1, most,
                $"By {query.Policy} there are");
        }

        foreach (var (field, value) in Amounts(query))
        {
            if (value is < 0 or > SourcingSite.AmountMax)
            {
                yield return Number(ErrorCodes.InvalidField, field, value, 0, SourcingSite.AmountMax, "It is");
            }
        }
    }

    private static IEnumerable<(string Field, long Value)> Amounts(SourcingQuery query)
    {
        yield return ("splitPenalty", query.SplitPenalty);
        for (var i = 0; i < query.Sites.Count; i++)
        {
            yield return ($"sites[{i}].distance", query.Sites[i].Distance);
            yield return ($"sites[{i}].parcelCost", query.Sites[i].ParcelCost);
        }
    }

    private static InventoryError Number(
        ErrorCode code, string field, long value, long least, long most, string what)
    {
        var (actual, allowed) = (value.ToString(CultureInfo.InvariantCulture), $"{least} to {most}");
        return Wrong(code, field, actual, allowed, $"{what} {allowed} {field}, not {actual}; give a number within it.");
    }

    private static InventoryError Wrong(ErrorCode code, string field, string actual, string allowed, string message) =>
        new(code, field, actual, allowed, message);
}
