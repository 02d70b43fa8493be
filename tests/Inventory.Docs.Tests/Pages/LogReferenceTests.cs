using System.Text.RegularExpressions;
using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Pages;

/// <summary>The lists of log events and metrics are those in the code.</summary>
public sealed partial class LogReferenceTests
{
    [Fact]
    public void LogEventsAndMetrics_AreThoseOfTheCode()
    {
        var page = Page.Of("docs/reference/logging-and-metrics.md");
        page.ShouldRead(GeneratedTable.Fill(page.Text, name => name == "events"
            ? GeneratedTable.Of(["Event", "Name", "Level", "Message"], Events())
            : GeneratedTable.Of(["Metric", "Kind", "Unit", "What it measures"], Metrics())));
    }

    private static IEnumerable<string[]> Metrics() =>
        from found in Metric().Matches(Source("Pipeline", "PipelineMetrics.cs"))
        let name = $"`{found.Groups["name"].Value}`"
        let unit = found.Groups["unit"].Value.Trim('{', '}')
        select new[] { name, found.Groups["kind"].Value, unit, found.Groups["text"].Value };

    private static IEnumerable<string[]> Events() =>
        from found in Event().Matches(Source("Log.cs"))
        select new[] { "id", "name", "level", "message" }.Select(part => found.Groups[part].Value).ToArray();

    private static string Source(params string[] path) =>
        File.ReadAllText(Path.Combine([Page.Root, "src", "Inventory.Engine", .. path]));

    [GeneratedRegex(
        @"Create(?<kind>\w+)<\w+>\(\s*""(?<name>[^""]+)"",\s*""(?<unit>[^""]+)"",\s*""(?<text>[^""]+)""\)",
        RegexOptions.None,
        10_000)]
    private static partial Regex Metric();

    [GeneratedRegex(
        @"\[LoggerMessage\((?<id>\d+), LogLevel\.(?<level>\w+),\s*""(?<message>[^""]*)""\)\]\s*"
        + @"public static partial void (?<name>\w+)",
        RegexOptions.None,
        10_000)]
    private static partial Regex Event();
}
