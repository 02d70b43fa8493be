using System.Runtime.InteropServices;
using Inventory.Catalog;

namespace Inventory.Decisions;

/// <summary>Turns a stated cost into the ledger's integer value, rounding once.</summary>
internal static class Costs
{
    public static long? Total(ref Working work, Cost cost, Sku sku, long steps, int line)
    {
        try
        {
            var amount = cost.IsPerUnit ? cost.Amount * sku.ToQuantity(steps).Amount : cost.Amount;
            return CostScale.ToUnits(amount, work.Stock.Ledger.CostScale);
        }
        catch (OverflowException)
        {
            work.Refuse(ErrorCodes.InvalidCost, Working.Path("cost", line), cost.ToString(), null,
                $"A cost of {cost} is more than the ledger can hold; split the line.");
            return null;
        }
    }

    /// <summary>Checks the lots that lines bring in; see <see cref="CheckLot"/>.</summary>
    public static void CheckLots(ref Working work, List<PlannedLine> plan)
    {
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            CheckLot(ref work, line, line.Line);
        }
    }

    /// <summary>
    /// Refuses a lot that comes in without a cost where a book costs each lot by itself, and nothing that is on hand
    /// of the lot tells what it costs.
    /// </summary>
    public static void CheckLot(ref Working work, in PlannedLine line, int index)
    {
        if (!work.Stock.CostsLots || line.Cost is not null || line.To.Lot == 0 || line.Quantity == 0
            || line.IsFromOurs || !line.IsToOurs)
        {
            return;
        }

        var isLate = line.Effective < line.Window.Effective;
        if (isLate || line.Window.LotByNumber(line.To.Lot) is not { OnHand: > 0 })
        {
            work.Refuse(ErrorCodes.CostMissing, Working.Path("cost", index), null, "a cost of zero or more",
                $"{line.Window.Sku.Code} is costed by {LotDecider.Noun(line.Window.Sku)}, and {(isLate ? "what comes in late" : "what is not on hand")} has no cost to take; state it, zero for free goods.");
        }
    }
}
