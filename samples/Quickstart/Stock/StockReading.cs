using Inventory.Movements;
using Inventory.Samples.Quickstart.Year;
using NodaTime;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>Reads the year's figures out of the inventory. All costing is the library's.</summary>
internal static class StockReading
{
    private static readonly Duration Tick = Duration.FromTicks(NodaConstants.TicksPerMillisecond / 1_000);

    /// <summary>The FIFO value of all stock just before each month ends.</summary>
    public static async Task<IReadOnlyList<decimal>> MonthEndValuesAsync(
        IInventory inventory, ShopYear year, CancellationToken cancellationToken)
    {
        Instant[] ends = [.. year.MonthEnds.Select(end => end.Until - Tick)];
        decimal[] sums = new decimal[ends.Length];
        await foreach (IReadOnlyList<StockValue> values in inventory
            .ReadValuesAsync(LibraryStockKeeper.Fifo, ends, cancellationToken))
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += values[i].Value;
            }
        }

        return sums;
    }

    /// <summary>What came in, went out and is left of each SKU of the year.</summary>
    public static async Task<IReadOnlyList<StockFigures>> FiguresAsync(
        IInventory inventory, ShopYear year, CancellationToken cancellationToken)
    {
        if (year.MonthEnds.Count == 0)
        {
            return [];
        }

        Instant end = year.MonthEnds[^1].Until - Tick;
        Dictionary<string, StockValue> fifo =
            await ValuesAsync(inventory, LibraryStockKeeper.Fifo, end, cancellationToken);
        Dictionary<string, StockValue> average =
            await ValuesAsync(inventory, LibraryStockKeeper.Average, end, cancellationToken);
        List<StockFigures> figures = new(year.Skus.Count);
        foreach (SkuSales sku in year.Skus)
        {
            figures.Add(await FiguresAsync(inventory, fifo[sku.Sku], average[sku.Sku], year, cancellationToken));
        }

        return figures;
    }

    private static async Task<Dictionary<string, StockValue>> ValuesAsync(
        IInventory inventory, string book, Instant at, CancellationToken cancellationToken)
    {
        Dictionary<string, StockValue> values = [];
        await foreach (IReadOnlyList<StockValue> value in inventory.ReadValuesAsync(book, [at], cancellationToken))
        {
            values.Add(value[0].Sku, value[0]);
        }

        return values;
    }

    private static async Task<StockFigures> FiguresAsync(
        IInventory inventory, StockValue fifo, StockValue average, ShopYear year, CancellationToken cancellationToken)
    {
        // A receipt may be dated up to six days before the file's first line.
        LocalDate first = year.First.InUtc().Date.PlusDays(-7);
        IReadOnlyList<DailyMovement> days = await inventory
            .GetDaysAsync(fifo.Sku, first, year.Last.InUtc().Date, cancellationToken);
        return new StockFigures
        {
            ReceivedQuantity = (long)days.Where(day => day.Kind == MovementKind.Receipt).Sum(day => day.In.Amount),
            ReceivedValue = days.Where(day => day.Kind == MovementKind.Receipt).Sum(day => day.CostIn),
            ReturnsInValue = days.Where(day => day.Kind == MovementKind.Return).Sum(day => day.CostIn),
            FifoCogs = fifo.CostOut,
            EndQuantity = (long)fifo.Quantity.Amount,
            FifoEndValue = fifo.Value,
            AvcoCogs = average.CostOut,
            AvcoEndValue = average.Value,
        };
    }
}
