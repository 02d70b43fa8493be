using NodaTime;

namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>
/// A shop's year out of nothing but a seed, with what real years have: seasons, bulk buyers, goods that come back
/// weeks later or from before the year, write-offs, and charges that are no goods.
/// </summary>
internal sealed class MadeUpYear
{
    private const int OpensAtMinute = 8 * 60;
    private const int ShutsAtMinute = 19 * 60;
    private const int ReturnPercent = 2;
    private const int ReturnAfterDaysMax = 30;
    private const int InvoicesPerDayMin = 5;
    private const int InvoicesPerDayMax = 9;
    private const int LinesPerInvoiceMax = 37;
    private const int BulkQuantity = 24;

    private static readonly int[] _fewPieces = [1, 1, 1, 2, 2, 3, 4, 6, 8, 12];
    private static readonly int[] _manyPieces = [1, 2, 4, 6, 10, 12, 12, 24, 24, 48, 96];
    private static readonly int[] _busyness = [80, 85, 90, 90, 95, 95, 90, 90, 110, 130, 160, 140];

    private readonly SplitMix64 _random;
    private readonly Product[] _range;
    private readonly WeightedChoice[] _askedFor;
    private readonly List<LocalDate> _days = OpenDays.List();
    private readonly Dictionary<int, List<Invoice>> _comingBack = [];

    public MadeUpYear(long seed)
    {
        _random = new SplitMix64(seed);
        _range = ProductRange.Create(_random);
        _askedFor =
        [
            .. Enumerable.Range(0, 12).Select(month => new WeightedChoice(_range.Select(p => p.MonthWeights[month]))),
        ];
    }

    /// <summary>The year day by day, each day's invoices in order of time.</summary>
    public IEnumerable<(LocalDate Day, IReadOnlyList<Invoice> Invoices)> Days()
    {
        BringBackFromLastYear();
        for (int day = 0; day < _days.Count; day++)
        {
            List<Invoice> invoices = _comingBack.Remove(day, out List<Invoice>? returns) ? returns : [];
            AddSales(day, invoices);
            AddUpkeep(day, invoices);
            yield return (_days[day], [.. invoices.OrderBy(invoice => invoice.MinuteOfDay)]);
        }
    }

    private void AddSales(int day, List<Invoice> invoices)
    {
        int month = _days[day].Month - 1;
        int count = _random.Between(InvoicesPerDayMin, InvoicesPerDayMax) * _busyness[month] / 100;
        for (int i = 0; i < count; i++)
        {
            Invoice sale = NewInvoice(isCancellation: false);
            int lineCount = _random.Between(1, LinesPerInvoiceMax);
            for (int line = 0; line < lineCount; line++)
            {
                Product product = _range[_askedFor[month].Pick(_random)];
                InvoiceLine sold = SellLine(product);
                sale.Lines.Add(sold);
                if (_random.Chance(ReturnPercent))
                {
                    ComeBack(day + _random.Between(1, ReturnAfterDaysMax), sale, sold);
                }
            }

            if (sale.Country != Customers.Home)
            {
                sale.Lines.Add(new InvoiceLine("POST", "POSTAGE", 1, 18.00m));
            }

            invoices.Add(sale);
        }
    }

    private InvoiceLine SellLine(Product product)
    {
        int quantity = _random.Pick<int>(product.Price < 2 ? _manyPieces : _fewPieces);
        decimal bulkPrice = decimal.Round(product.Price * 0.85m, 2, MidpointRounding.ToEven);
        decimal price = quantity >= BulkQuantity ? bulkPrice : product.Price;

        // Hands at the till are not tidy: now and then a letter is typed small.
        string code = _random.Chance(3) ? product.Code.ToLowerInvariant() : product.Code;
        return new InvoiceLine(code, product.Description, quantity, price);
    }

    private void ComeBack(int day, Invoice sale, InvoiceLine sold)
    {
        Invoice back = NewInvoice(isCancellation: true) with { Customer = sale.Customer, Country = sale.Country };
        back.Lines.Add(sold with { Quantity = -_random.Between(1, sold.Quantity) });
        AddReturn(day, back);
    }

    // Summer goods in January: sold before the year began, so no delivery of this year stands behind them.
    private void BringBackFromLastYear()
    {
        Product[] outOfSeason = [.. _range.Where(product => product.MonthWeights[0] == 0)];
        for (int day = 0; day < 5; day++)
        {
            Product product = _random.Pick<Product>(outOfSeason);
            Invoice back = NewInvoice(isCancellation: true);
            back.Lines.Add(new InvoiceLine(product.Code, product.Description, -_random.Between(1, 6), product.Price));
            AddReturn(day, back);
        }
    }

    private void AddReturn(int day, Invoice back)
    {
        if (_comingBack.TryGetValue(day, out List<Invoice>? already))
        {
            already.Add(back);
        }
        else
        {
            _comingBack.Add(day, [back]);
        }
    }

    // Lines without a price are what was broken, lost or found; the bank takes its share on the month's first day.
    private void AddUpkeep(int day, List<Invoice> invoices)
    {
        if (_random.Chance(50))
        {
            Product product = _random.Pick<Product>(_range);
            (string reason, int sign) = _random.Chance(70) ? ("damaged", -1) : ("found", 1);
            AddNote(invoices, new InvoiceLine(product.Code, reason, sign * _random.Between(1, 20), 0.00m), false);
        }

        if (day == 0 || _days[day].Month != _days[day - 1].Month)
        {
            AddNote(invoices, new InvoiceLine("BANK CHARGES", "Bank Charges", -1, 12.50m), true);
        }
    }

    private void AddNote(List<Invoice> invoices, InvoiceLine line, bool isCancellation)
    {
        Invoice note = NewInvoice(isCancellation) with { Customer = "", Country = Customers.Home };
        note.Lines.Add(line);
        invoices.Add(note);
    }

    private Invoice NewInvoice(bool isCancellation) => new(
        _random.Between(OpensAtMinute, ShutsAtMinute),
        isCancellation,
        Customers.Pick(_random),
        Customers.Country(_random));
}
