using System.Globalization;
using System.Text.Json;
using Inventory.Samples.Quickstart.Output;

namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>Holds what a run left in its folder against the expected figures, as numbers.</summary>
internal static class YearComparison
{
    private const string Header =
        "sku,sale_lines,return_lines,sold_qty,returned_qty,net_qty,unmatched_return_qty,revenue_gross,revenue_returns,"
        + "revenue_net,received_qty,received_value,returns_in_value,fifo_cogs,end_qty,fifo_end_value,avco_cogs,"
        + "avco_end_value,abc";

    /// <summary>What average cost may differ by for each issue: a book may round it to 4 decimals.</summary>
    public const decimal ToleranceOfAnIssue = 0.00005m;

    private const decimal ToleranceOfTwoDecimals = 0.005m;
    private const int ShownMax = 20;

    public static void AssertSkus(string folder, decimal toleranceOfAnIssue)
    {
        string[] actual = Lines(File.ReadAllText(Path.Combine(folder, SkuFile.Name)));
        Assert.Equal(Header, actual[0]);
        Dictionary<string, string>[] expectedRows = Rows(Lines(SharedYear.ExpectedSkus));
        Dictionary<string, string>[] actualRows = Rows(actual);
        Assert.Equal(expectedRows.Select(row => row["sku"]), actualRows.Select(row => row["sku"]));
        AssertNone(expectedRows.SelectMany((row, i) => Differences(row, actualRows[i], toleranceOfAnIssue)));
    }

    public static void AssertMonthEnds(string folder) =>
        Assert.Equal(
            Lines(SharedYear.ExpectedMonthEnds), Lines(File.ReadAllText(Path.Combine(folder, MonthEndFile.Name))));

    public static void AssertTotals(string folder, decimal toleranceOfAnIssue)
    {
        Dictionary<string, string> expected = Flat(SharedYear.ExpectedTotals);
        Dictionary<string, string> actual = Flat(File.ReadAllText(Path.Combine(folder, TotalsFile.Name)));
        IEnumerable<string> keys = expected.Keys.Where(key => !key.StartsWith("lifo_", StringComparison.Ordinal));
        Assert.Equal(keys.Order(), actual.Keys.Order());

        decimal averageTolerance = toleranceOfAnIssue * Number(expected["line_kinds.sale"]);
        averageTolerance += averageTolerance > 0 ? ToleranceOfTwoDecimals : 0;
        AssertNone(actual.Keys
            .Where(key => !Same(expected[key], actual[key], IsAverage(key) ? averageTolerance : 0))
            .Select(key => $"{key}: expected {expected[key]}, found {actual[key]}"));
    }

    private static IEnumerable<string> Differences(
        Dictionary<string, string> expected, Dictionary<string, string> actual, decimal toleranceOfAnIssue)
    {
        decimal averageTolerance = toleranceOfAnIssue * Number(expected["sale_lines"]);
        return actual.Keys
            .Where(column => !Same(expected[column], actual[column], IsAverage(column) ? averageTolerance : 0))
            .Select(column => $"{actual["sku"]} {column}: expected {expected[column]}, found {actual[column]}");
    }

    private static bool Same(string expected, string actual, decimal tolerance) =>
        decimal.TryParse(expected, CultureInfo.InvariantCulture, out decimal number)
            ? Math.Abs(Number(actual) - number) <= tolerance
            : expected == actual;

    private static bool IsAverage(string column) => column.StartsWith("avco_", StringComparison.Ordinal);

    private static void AssertNone(IEnumerable<string> differences)
    {
        string[] all = [.. differences];
        Assert.True(all.Length == 0, $"{all.Length} differences:\n{string.Join('\n', all.Take(ShownMax))}");
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string>[] Rows(string[] lines)
    {
        string[] columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary())];
    }

    /// <returns>Every leaf under its path, as in abc.A.skus.</returns>
    private static Dictionary<string, string> Flat(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Leaves("", document.RootElement).ToDictionary();
    }

    private static IEnumerable<(string Path, string Value)> Leaves(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(each => Leaves($"{path}.{each.Name}".TrimStart('.'), each.Value))
            : [(path, element.ToString())];
}
