using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>Checks what is ordered against the rules of selling, and against what its holder has had before.</summary>
internal static class OrderRules
{
    /// <summary>The quantity of a SKU is that of all its lines: to split a line must not get round a rule.</summary>
    /// <param name="work">The decision.</param>
    /// <param name="holder">Who orders; null is nobody, who has had nothing.</param>
    /// <param name="demands">The lines.</param>
    /// <param name="replaced">Holds of the holder's that these lines take the place of.</param>
    public static void Check(
        ref Working work, string? holder, List<ReservationDemand> demands, List<ReservationLeg> replaced)
    {
        foreach (var group in demands.Where(demand => demand.Rule is not null).GroupBy(demand => demand.Sku))
        {
            var first = group.First();
            var isLimited = first.Rule!.CustomerLimit.Value is not null && holder is { Length: > 0 };
            if ((isLimited ? Had(ref work, holder!, group.Key.Sku.Number, replaced) : 0) is { } had
                && first.Rule.CheckOrder(
                    group.Key.Sku, group.Sum(demand => demand.Asked), had, Working.Path("quantity", first.Line))
                is { } error)
            {
                work.Errors.Add(error);
            }
        }
    }

    // Steps of the SKU that a holder has or had, but for what is replaced; null while that is missing.
    private static long? Had(ref Working work, string holder, int sku, List<ReservationLeg> replaced)
    {
        if (!work.Stock.TryGetTaken(holder, sku, out var legs))
        {
            work.Needs.Taken.Add((holder, sku));
            return null;
        }

        // All components of a kit go together, so one of them stands for its line.
        var now = work.Moment.Now;
        return legs!.GroupBy(leg => (leg.Key.Commit, leg.Key.Ordinal, leg.Terms.Line))
            .Select(line => line.MinBy(leg => leg.Key.Leg)!)
            .Sum(leg => (leg.Fulfilled + (replaced.Exists(own => own.Key == leg.Key) ? 0
                : leg.PromisedAt(now) + leg.Backordered)) / leg.Terms.PerUnit);
    }
}
