using System.Text.RegularExpressions;

namespace Inventory.Docs.Tests.Support;

/// <summary>A Markdown table under a marker comment, made from the code: <c>table: name</c>.</summary>
internal static partial class GeneratedTable
{
    /// <summary>The page's text with each marked table made anew.</summary>
    public static string Fill(string text, Func<string, string> table) => Table().Replace(
        text, found => $"<!-- table: {found.Groups["name"].Value} -->\n\n{table(found.Groups["name"].Value)}\n");

    /// <summary>The names in the markers.</summary>
    public static IEnumerable<string> Names(string text) =>
        Table().Matches(text).Select(found => found.Groups["name"].Value);

    /// <summary>A table of a header and rows; cells may hold anything but line ends.</summary>
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) => string.Join(
        '\n',
        rows.Select(Row).Prepend(Row([.. header.Select(_ => "---")])).Prepend(Row(header)));

    private static string Row(IReadOnlyList<string> cells) =>
        "| " + string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |";

    [GeneratedRegex(
        @"^<!-- table: (?<name>[^>]+?) -->\n(\n*(\|[^\n]*\n)+)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Table();
}
