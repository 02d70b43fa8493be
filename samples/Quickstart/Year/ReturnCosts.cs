namespace Inventory.Samples.Quickstart.Year;

/// <summary>Puts a cost on what customers bring back: that of the SKU's latest delivery.</summary>
internal static class ReturnCosts
{
    /// <summary>
    /// Fills in the cost of each return. A return before the SKU's first receipt has none; it is taken out of the
    /// events, for it does not enter stock.
    /// </summary>
    /// <param name="events">All events in order; the matched ones are moved to the front.</param>
    /// <param name="skuCount">How many SKUs there are.</param>
    /// <param name="unmatched">Told each return that was taken out.</param>
    /// <returns>How many events are left.</returns>
    public static int Settle(Span<StockEvent> events, int skuCount, Action<StockEvent> unmatched)
    {
        decimal?[] latestCost = new decimal?[skuCount];
        int kept = 0;
        foreach (StockEvent each in events)
        {
            if (each.Kind == StockEventKind.Receipt)
            {
                latestCost[each.Sku] = each.UnitCost;
            }

            if (each.Kind != StockEventKind.Return)
            {
                events[kept++] = each;
            }
            else if (latestCost[each.Sku] is { } unitCost)
            {
                events[kept++] = each with { UnitCost = unitCost };
            }
            else
            {
                unmatched(each);
            }
        }

        return kept;
    }
}
