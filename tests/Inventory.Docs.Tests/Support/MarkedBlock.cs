using System.Text.RegularExpressions;

namespace Inventory.Docs.Tests.Support;

/// <summary>A fenced block under a marker comment, such as <c>snippet: quickstart</c>.</summary>
internal static partial class MarkedBlock
{
    /// <summary>The page's text with the content of each block under a marker of a kind made anew.</summary>
    /// <param name="text">The page's text.</param>
    /// <param name="kind">The kind of marker.</param>
    /// <param name="content">The content of a block, by the name in its marker; null leaves the block as it is.</param>
    public static string Fill(string text, string kind, Func<string, string?> content) => Block().Replace(
        text,
        block => block.Groups["kind"].Value == kind && content(block.Groups["name"].Value) is { } made
            ? block.Groups["head"].Value + made.TrimEnd('\n') + "\n```"
            : block.Value);

    /// <summary>The names in the markers of a kind.</summary>
    public static IEnumerable<string> Names(string text, string kind) => Block().Matches(text)
        .Where(block => block.Groups["kind"].Value == kind)
        .Select(block => block.Groups["name"].Value);

    /// <summary>The contents of all blocks of a language, marked or not.</summary>
    public static IReadOnlyList<string> OfLanguage(string text, string language) =>
        [.. Fence().Matches(text)
            .Where(fence => fence.Groups["language"].Value == language)
            .Select(fence => fence.Groups["code"].Value)];

    [GeneratedRegex(
        @"(?<head>^<!-- (?<kind>\w+): (?<name>[^>]+?) -->\n+```\w+\n)(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline,
        10_000)]
    private static partial Regex Block();

    [GeneratedRegex(
        @"^```(?<language>\w+)\n(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline,
        10_000)]
    private static partial Regex Fence();
}
