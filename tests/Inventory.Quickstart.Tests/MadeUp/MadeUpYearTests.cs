using System.Security.Cryptography;
using System.Text;
using Inventory.Samples.Quickstart.MadeUp;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.MadeUp;

public class MadeUpYearTests
{
    private readonly string _text = TextOf(seed: 1);

    // Pinned: another platform or version of .NET that makes another year of the same seed must not go unnoticed.
    [Fact]
    public void SameSeed_MakesTheSameBytes() =>
        Assert.Equal(
            "3f1db442bdb5e2588b62b6b71c6afa6b53cca58c1913b855afbbbd2f70f19262",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text))));

    [Fact]
    public void AnotherSeed_MakesAnotherYear() => Assert.NotEqual(_text, TextOf(seed: 2));

    [Fact]
    public void Year_HasWhatRealYearsHave()
    {
        ShopYear year = Sales.Read(_text);
        Assert.InRange(year.Lines.Rows, 38_000, 42_000);
        Assert.Equal(ProductRange.Count, year.Skus.Count);
        Assert.InRange(year.Lines.Returns, 500, 1_000);
        Assert.InRange(year.Lines.Adjustments, 100, 200);
        Assert.InRange(year.Lines.NonStock, 150, 400);
        Assert.True(year.Skus.Sum(sku => sku.UnmatchedReturnQuantity) > 0);
        Assert.Equal(12, year.MonthEnds.Count);
    }

    [Fact]
    public void Year_HasQuotedTextAndSmallLetters()
    {
        Assert.Contains("\"RED PHOTO FRAME 8\"\"\"", _text);
        Assert.Contains("\"RED GIFT TAGS, PACK OF 12\"", _text);
        Assert.Matches("\n[0-9]+,[0-9]{5}[a-d],", _text);
    }

    [Fact]
    public void Year_IsInOrderOfTime()
    {
        string[] lines = _text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] times = [.. lines.Skip(1).Select(TimeIn)];
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Fact]
    public void Year_HasSeasons()
    {
        ShopYear year = Sales.Read(_text);
        long[] soldByMonth = [.. year.Events.ToArray()
            .Where(each => each.Kind == StockEventKind.Sale)
            .GroupBy(each => each.At.InUtc().Month)
            .OrderBy(month => month.Key)
            .Select(month => month.Sum(each => each.Quantity))];
        Assert.True(soldByMonth[10] > soldByMonth[1] * 5 / 4, "November should beat February.");
    }

    private static string TimeIn(string line)
    {
        int at = line.IndexOf(",2025-", StringComparison.Ordinal);
        return line.Substring(at + 1, "2025-01-01 00:00:00".Length);
    }

    private static string TextOf(long seed)
    {
        using StringWriter text = new() { NewLine = "\n" };
        MadeUpFile.Write(text, seed);
        return text.ToString();
    }
}
