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
}
