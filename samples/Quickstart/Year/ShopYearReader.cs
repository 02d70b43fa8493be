using System.Runtime.InteropServices;
using Inventory.Samples.Quickstart.Input;
using NodaTime;
using NodaTime.Text;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>Reads a file of sales lines and makes the year's events of it.</summary>
internal sealed class ShopYearReader
{
    // Ten years. More is a mistyped date, and would ask for the value of stock at thousands of month ends.
    private const int MonthCountMax = 120;
    private const int UsualCodeLengthMax = 64;

    private readonly LineCounts _counts = new();
    private readonly SkuIndex _skus = new();
    private readonly List<StockLine> _lines = [];
    private Instant _first = Instant.MaxValue;
    private Instant _last = Instant.MinValue;

    public static ShopYear Read(SalesFile file)
    {
        using TextReader text = file.OpenText();
        return Read(text, file.OpenText);
    }

    /// <inheritdoc cref="SalesReader(TextReader, Func{TextReader})"/>
    public static ShopYear Read(TextReader text, Func<TextReader> reopen)
    {
        ShopYearReader year = new();
        SalesReader rows = new(text, reopen);
        while (rows.Read())
        {
            year.Add(rows.Current);
        }

        return year.Close();
    }

    private void Add(in SalesRow row)
    {
        Instant at = row.At;
        _first = Instant.Min(_first, at);
        _last = Instant.Max(_last, at);

        ReadOnlySpan<char> code = row.StockCode;
        Span<char> sku = code.Length <= UsualCodeLengthMax
            ? stackalloc char[UsualCodeLengthMax]
            : new char[code.Length];
        LineKind kind = StockCodes.TryReadSku(code, sku) ? LineRules.KindOfStockLine(row) : LineKind.NonStock;
        _counts.Add(kind);
        if (kind is LineKind.Sale or LineKind.Return)
        {
            AddStockLine(row, kind, at, _skus.NumberOf(sku[..code.Length]));
        }
    }

    private void AddStockLine(in SalesRow row, LineKind kind, Instant at, int sku)
    {
        StockLine line = new(kind, sku, row.Row, at, Math.Abs((long)row.Quantity), row.Price);
        _lines.Add(line);
        _skus[sku].Add(line);
        if (kind == LineKind.Sale)
        {
            _skus[sku].Describe(row.Description);
        }
    }

    private ShopYear Close()
    {
        if (_counts.Rows == 0)
        {
            throw new InputException("The file has no lines after its header.");
        }

        (SkuSales[] skus, int[] places) = _skus.InOrdinalOrder();
        foreach (ref StockLine line in CollectionsMarshal.AsSpan(_lines))
        {
            line = line with { Sku = places[line.Sku] };
        }

        _lines.Sort();
        List<StockEvent> receipts = WeeklyReceipts.For(CollectionsMarshal.AsSpan(_lines));
        StockEvent[] events = InOrder(receipts);
        int matched = ReturnCosts.Settle(
            events, skus.Length, unmatched => skus[unmatched.Sku].AddUnmatchedReturn(unmatched.Quantity));

        return new ShopYear
        {
            Lines = _counts,
            First = _first,
            Last = _last,
            Skus = skus,
            Events = events.AsMemory(0, matched),
            ReceiptCount = receipts.Count,
            MonthEnds = MonthEndsOfFile(),
        };
    }

    private StockEvent[] InOrder(List<StockEvent> receipts)
    {
        StockEvent[] events = new StockEvent[receipts.Count + _lines.Count];
        receipts.CopyTo(events);
        for (int i = 0; i < _lines.Count; i++)
        {
            events[receipts.Count + i] = EventOf(_lines[i]);
        }

        Array.Sort(events);
        return events;
    }

    private List<MonthEnd> MonthEndsOfFile()
    {
        List<MonthEnd> months = [.. MonthEnd.Between(_first, _last).Take(MonthCountMax + 1)];
        return months.Count <= MonthCountMax
            ? months
            : throw new InputException(
                $"The file runs from {InstantPattern.General.Format(_first)} to "
                + $"{InstantPattern.General.Format(_last)}, more than {MonthCountMax} months; is a date mistyped?");
    }

    private static StockEvent EventOf(in StockLine line) => new(
        line.Kind == LineKind.Sale ? StockEventKind.Sale : StockEventKind.Return,
        line.Sku,
        line.Row,
        line.At,
        line.Quantity,
        UnitCost: 0);
}
