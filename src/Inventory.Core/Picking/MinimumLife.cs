using Inventory.Ledger;
using Inventory.Lots;
using NodaTime;

namespace Inventory.Picking;

/// <summary>How long goods must still keep when they are delivered.</summary>
/// <remarks>Both demands must be met. Immutable.</remarks>
/// <param name="Days">Days from delivery to the end of the lot's life, 0 or more.</param>
/// <param name="Share">The share of the lot's whole life that must be left, at most 1; null demands none.</param>
public sealed record MinimumLife(int Days, Ratio? Share = null)
{
    /// <summary>Whether the demand is one that goods can meet.</summary>
    public bool IsSound => Days >= 0
        && (Share is not { } share || (!share.IsDefault && share.Numerator <= share.Denominator));

    /// <summary>Whether a lot keeps long enough.</summary>
    /// <remarks>
    /// Its life ends with the use-by day, or else best before; it began with production, or else with the receipt, as
    /// for the SKU's shelf life. A lot whose life has no end keeps long enough for everybody.
    /// </remarks>
    /// <param name="term">The days of the lot.</param>
    /// <param name="delivery">The day of delivery, as yyyymmdd.</param>
    /// <returns>True when both demands are met.</returns>
    public bool IsMetBy(LotTerm term, int delivery)
    {
        var end = term.UseBy != 0 ? term.UseBy : term.BestBefore;
        if (end == 0)
        {
            return true;
        }

        var left = Between(delivery, end);
        return left >= Days && (Share is not { } share
            || (Int128)left * share.Denominator >= (Int128)Between(Beginning(term), end) * share.Numerator);
    }

    private static int Beginning(LotTerm term) => term.Produced != 0 ? term.Produced : term.Received;

    private static int Between(int from, int to) => Period.DaysBetween(Micros.ToDate(from), Micros.ToDate(to));
}
