using System.Globalization;
using Inventory.Quickstart.Tests.Paper;
using Inventory.Samples.Quickstart.Output;
using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Output;

public sealed class YearFilesTests : IDisposable
{
    private static readonly string[] _lines =
    [
        "1,22386,20,2010-12-01 08:26,1.005",
        "C2,22386,-2,2010-12-02 08:26,1.005",
        "3,POST,1,2011-01-08 08:26,18.00",
        "C4,22999,-1,2010-12-02 08:26,3.5",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SkuFile_HasTheAgreedColumns()
    {
        Write();
        Assert.Equal(
            "sku,sale_lines,return_lines,sold_qty,returned_qty,net_qty,unmatched_return_qty,revenue_gross,"
            + "revenue_returns,revenue_net,received_qty,received_value,returns_in_value,fifo_cogs,end_qty,"
            + "fifo_end_value,avco_cogs,avco_end_value,abc\n"
            + """
            22386,1,1,20,2,18,0,20.100,2.010,18.090,21,12.6630,1.2060,12.0600,3,1.8090,12.0600,1.8090,A
            22999,0,1,0,1,-1,1,0.000,3.500,-3.500,0,0.0000,0.0000,0.0000,0,0.0000,0.0000,0.0000,C

            """,
            File.ReadAllText(_folder[SkuFile.Name]));
    }

    [Fact]
    public void MonthEndFile_HasOneLineAMonth()
    {
        Write();
        Assert.Equal(
            "month,fifo_value_all_skus\n2010-12,1.8090\n2011-01,1.8090\n",
            File.ReadAllText(_folder[MonthEndFile.Name]));
    }

    [Fact]
    public void TotalsFile_HasTheAgreedKeys()
    {
        Write();
        Assert.Equal(
            """
            {
             "abc": {
              "A": {
               "revenue_net": "18.090",
               "skus": 1
              },
              "B": {
               "revenue_net": "0.000",
               "skus": 0
              },
              "C": {
               "revenue_net": "-3.500",
               "skus": 1
              }
             },
             "avco_cogs": "12.06",
             "end_qty": 3,
             "fifo_cogs": "12.0600",
             "fifo_end_value": "1.8090",
             "fifo_turnover": "6.666667",
             "first": "2010-12-01 08:26:00",
             "last": "2011-01-08 08:26:00",
             "line_kinds": {
              "adjustment": 0,
              "non_stock": 1,
              "return": 2,
              "sale": 1
             },
             "receipts": 1,
             "received_qty": 21,
             "received_value": "12.6630",
             "returned_qty": 3,
             "returns_in_value": "1.2060",
             "revenue_gross": "20.100",
             "revenue_returns": "5.510",
             "rows": 4,
             "skus": 2,
             "sold_qty": 20,
             "unmatched_return_qty": 1
            }

            """,
            File.ReadAllText(_folder[TotalsFile.Name]));
    }

    [Fact]
    public void Files_AreTheSameInAnyCulture()
    {
        Write();
        string[] before = [.. Directory.GetFiles(_folder.Path).Order().Select(File.ReadAllText)];
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = ",";
            foreign.NumberFormat.NegativeSign = "minus";
            CultureInfo.CurrentCulture = foreign;
            Write();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(before, Directory.GetFiles(_folder.Path).Order().Select(File.ReadAllText));
    }

    [Fact]
    public void Files_HaveNoByteOrderMark_AndLeaveNothingElse()
    {
        Write();
        Assert.Equal((byte)'s', File.ReadAllBytes(_folder[SkuFile.Name])[0]);
        Assert.Equal(
            [MonthEndFile.Name, SkuFile.Name, TotalsFile.Name],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    private void Write()
    {
        ShopYear year = Sales.Year(_lines);
        YearFiles.Write(_folder.Path, new YearReport(year, PaperStockKeeper.Keep(year)));
    }
}
