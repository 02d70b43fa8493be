using System.Text.RegularExpressions;
using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Pages;

/// <summary>Every relative link of every page leads to a file, and to a heading where it names one.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void RelativeLinks_Resolve(string name)
    {
        var page = Page.Of(name);
        var broken = Links(page.Text).Where(link => !link.Contains(':')).Where(link => !Resolves(page, link));

        Assert.Empty(broken);
    }

    private static bool Resolves(Page page, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page.File : Path.GetFullPath(path, Path.GetDirectoryName(page.File)!);
        return File.Exists(target)
            ? heading is null || Headings(File.ReadAllText(target)).Contains(heading, StringComparer.Ordinal)
            : Directory.Exists(target) && heading is null;
    }

    private static IEnumerable<string> Links(string text) =>
        Link().Matches(Fence().Replace(text, "")).Select(link => link.Groups["to"].Value);

    /// <summary>Headings as GitHub names them: lower case, blanks as hyphens, no punctuation.</summary>
    private static IEnumerable<string> Headings(string text) => Heading().Matches(Fence().Replace(text, ""))
        .Select(heading => heading.Groups["title"].Value.Trim().ToLowerInvariant())
        .Select(title => Punctuation().Replace(title, "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)|(src|href)=""(?<to>[^""]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 10_000)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Fence();
}
