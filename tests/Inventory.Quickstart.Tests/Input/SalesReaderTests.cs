using Inventory.Samples.Quickstart.Input;
using NodaTime;

namespace Inventory.Quickstart.Tests.Input;

public class SalesReaderTests
{
    private const string Header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";

    [Theory]
    [InlineData("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")]
    [InlineData("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country")]
    [InlineData("invoice , STOCKCODE,Description,quantity,InvoiceDate,price,whatever,Country")]
    public void Header_OfEitherLayout_IsUnderstood(string header) =>
        AssertReads(header + "\n536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n");

    [Fact]
    public void Header_InAnyOrder_IsUnderstood() =>
        AssertReads(
            "Price,InvoiceDate,Quantity,Description,StockCode,Invoice\n"
            + "2.55,2010-12-01 08:26:00,6,HOLDER,85123A,536365\n");

    [Fact]
    public void Header_WithoutDescription_IsEnough()
    {
        string text = "Invoice,StockCode,Quantity,InvoiceDate,Price\n536365,85123A,6,2010-12-01 08:26:00,2.55\n";
        Assert.Equal("", Read(text, row => row.Description.ToString()));
    }

    [Fact]
    public void Header_WithoutANeededColumn_IsRefused() =>
        AssertRefused(
            "Invoice,StockCode,Quantity,InvoiceDate\n",
            "The header has no column Price or UnitPrice; it has Invoice, StockCode, Quantity, InvoiceDate.");

    [Fact]
    public void Header_WithBothNamesOfAColumn_IsRefused() =>
        AssertRefused(
            "Invoice,InvoiceNo,StockCode,Quantity,InvoiceDate,Price\n",
            "The header has both Invoice and InvoiceNo; one of them must go.");

    [Fact]
    public void EmptyFile_IsRefused() =>
        AssertRefused("", "The file is empty; it should start with a row of column names.");

    [Fact]
    public void BlankLine_IsSkipped() =>
        AssertReads(Header + "\n\n536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,,\n\n");

    [Fact]
    public void RowWithAnotherNumberOfFields_IsRefused() =>
        AssertRefused(Header + "1,2,3\n", "Row 2: it has 3 fields where the header has 8.");

    [Theory]
    [InlineData("2010-12-01 08:26:00")]
    [InlineData("2010-12-01 08:26")]
    [InlineData(" 2010-12-01 08:26:00 ")]
    public void At_YearFirst_IsRead(string date) =>
        Assert.Equal(Instant.FromUtc(2010, 12, 1, 8, 26), Read(Row(date: date), row => row.At));

    [Fact]
    public void At_Slashes_AreReadWhereALaterRowProvesTheMonthFirst()
    {
        string text = Row(date: "12/1/2010 8:26") + Row(date: "12/13/2010 9:00")[Header.Length..];
        Assert.Equal(Instant.FromUtc(2010, 12, 1, 8, 26), Read(text, row => row.At));
    }

    [Fact]
    public void At_Slashes_AreReadWhereALaterRowProvesTheDayFirst()
    {
        string text = Row(date: "01/12/2010 08:26") + Row(date: "13/12/2010 09:00:30")[Header.Length..];
        Assert.Equal(Instant.FromUtc(2010, 12, 1, 8, 26), Read(text, row => row.At));
    }

    [Fact]
    public void At_SlashesWithoutProof_AreRefused() =>
        AssertFieldRefused(
            Row(date: "12/1/2010 8:26"),
            row => row.At,
            "Row 2, column InvoiceDate: \"12/1/2010 8:26\" may have the month or the day first, and no date in the file"
            + " proves which; write dates like 2010-12-31 23:59:00.");

    [Fact]
    public void At_SlashesAgainstTheProof_AreRefused() =>
        AssertFieldRefused(
            Row(date: "13/12/2010 8:26") + Row(date: "12/13/2010 9:00")[Header.Length..],
            row => row.At,
            "Row 3, column InvoiceDate: \"12/13/2010 9:00\" is not a date like d/M/yyyy H:mm,"
            + " which is how other dates in this file read.");

    [Theory]
    [InlineData("2010-13-01 08:26:00")]
    [InlineData("2010-12-01")]
    [InlineData("")]
    public void At_NoDate_IsRefused(string date) =>
        AssertFieldRefused(
            Row(date: date),
            row => row.At,
            $"Row 2, column InvoiceDate: \"{date}\" is not a date like 2010-12-31 23:59:00.");

    [Theory]
    [InlineData("6", 6)]
    [InlineData("-80995", -80995)]
    [InlineData("6.0", 6)]
    [InlineData("+6", 6)]
    public void Quantity_WholeNumber_IsRead(string quantity, int expected) =>
        Assert.Equal(expected, Read(Row(quantity: quantity), row => row.Quantity));

    [Theory]
    [InlineData("")]
    [InlineData("six")]
    [InlineData("1.5")]
    [InlineData("3000000000")]
    public void Quantity_NotAWholeNumber_IsRefused(string quantity) =>
        AssertFieldRefused(
            Row(quantity: quantity),
            row => row.Quantity,
            $"Row 2, column Quantity: \"{quantity}\" is not a whole number of at most 2147483647.");

    [Theory]
    [InlineData("2.55", "2.55")]
    [InlineData("-11062.06", "-11062.06")]
    [InlineData("0.001", "0.001")]
    [InlineData("1e-3", "0.001")]
    public void Price_Decimal_IsReadExactly(string price, string expected) =>
        Assert.Equal(decimal.Parse(expected), Read(Row(price: price), row => row.Price));

    [Theory]
    [InlineData("")]
    [InlineData("2,55")]
    [InlineData("NaN")]
    public void Price_NotANumber_IsRefused(string price) =>
        AssertFieldRefused(
            Row(price: price), row => row.Price, $"Row 2, column Price: \"{price}\" is not a number like 12.95.");

    [Fact]
    public void Refusal_OfALongValue_ShowsItsStartInOneLine() =>
        AssertFieldRefused(
            Row(price: "x\n" + new string('y', 100)),
            row => row.Price,
            $"Row 2, column Price: \"x {new string('y', 58)}...\" is not a number like 12.95.");

    private delegate T Field<out T>(SalesRow row);

    private static string Row(string quantity = "6", string date = "2010-12-01 08:26:00", string price = "2.55") =>
        Header + $"536365,85123A,HOLDER,{quantity},{date},\"{price}\",17850,United Kingdom\n";

    private static void AssertReads(string text)
    {
        string read = Read(text, row =>
            $"{row.Invoice}|{row.StockCode}|{row.Description}|{row.Quantity}|{row.At}|{row.Price}");
        Assert.Equal("536365|85123A|HOLDER|6|2010-12-01T08:26:00Z|2.55", read);
    }

    private static void AssertFieldRefused<T>(string text, Field<T> field, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Read(text, field)).Message);

    private static void AssertRefused(string text, string message) =>
        AssertFieldRefused(text, row => row.Row, message);

    /// <returns>The field of the first row; those of the others are read, too.</returns>
    private static T Read<T>(string text, Field<T> field)
    {
        SalesReader reader = new(new StringReader(text), () => new StringReader(text));
        List<T> read = [];
        while (reader.Read())
        {
            read.Add(field(reader.Current));
        }

        return read[0];
    }
}
