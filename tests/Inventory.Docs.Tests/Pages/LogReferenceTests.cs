using System.Text.RegularExpressions;
using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Pages;

/// <summary>The list of log events is the one in the code.</summary>
public sealed partial class LogReferenceTests
{
    [Fact]
    public void LogEvents_AreThoseOfTheCode()
    {
        var page = Page.Of("docs/reference/logging-and-metrics.md");
        page.ShouldRead(GeneratedTable.Fill(page.Text, _ => GeneratedTable.Of(["Event", "Name", "Level", "Message"], Events())));
    }

    private static IEnumerable<string[]> Events()
    {
        var source = File.ReadAllText(Path.Combine(Page.Root, "src", "Inventory.Engine", "Log.cs"));
        return Event().Matches(source).Select(found => new[]
        {
            found.Groups["id"].Value, found.Groups["name"].Value, found.Groups["level"].Value,
            found.Groups["message"].Value,
        });
    }

    [GeneratedRegex(
        @"\[LoggerMessage\((?<id>\d+), LogLevel\.(?<level>\w+),\s*""(?<message>[^""]*)""\)\]\s*public static partial void (?<name>\w+)",
        RegexOptions.None,
        1000)]
    private static partial Regex Event();
}
