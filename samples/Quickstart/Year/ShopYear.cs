using System.Globalization;
using NodaTime;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>
/// A shop's year as the replay needs it: what moved stock, in the one order that counts, and what was sold. Read from
/// the file alone; what stock costs is not in it.
/// </summary>
internal sealed class ShopYear
{
    public required LineCounts Lines { get; init; }

    /// <summary>The earliest date-time in the file, lines of every kind included.</summary>
    public required Instant First { get; init; }

    /// <summary>The latest date-time in the file.</summary>
    public required Instant Last { get; init; }

    /// <summary>Every SKU that has a sale or a return, in ordinal order.</summary>
    public required IReadOnlyList<SkuSales> Skus { get; init; }

    /// <summary>What moves stock, in order.</summary>
    public required ReadOnlyMemory<StockEvent> Events { get; init; }

    public required int ReceiptCount { get; init; }

    public required IReadOnlyList<MonthEnd> MonthEnds { get; init; }

    /// <summary>
    /// The event's name for good: the same file gives the same keys in every run, so a command that is sent again is
    /// known for what it is.
    /// </summary>
    public string KeyOf(in StockEvent each) => each.Kind == StockEventKind.Receipt
        ? $"receipt:{Weeks.NameOf(each.At.InUtc().Date)}:{Skus[each.Sku].Sku}"
        : string.Create(CultureInfo.InvariantCulture, $"line:{each.Row}");
}
