using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Pages;

/// <summary>Every C# block of every page is a region of a file that these tests compile and run.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Snippets_AreTheirRegions(string name)
    {
        var page = Page.Of(name);
        page.ShouldRead(MarkedBlock.Fill(page.Text, "snippet", SnippetSource.Of));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void CSharpBlocks_AreAllSnippets(string name)
    {
        var text = Page.Of(name).Text;

        Assert.Equal(MarkedBlock.OfLanguage(text, "csharp").Count, MarkedBlock.Names(text, "snippet").Count());
    }

    [Fact]
    public void Regions_AreAllShown() => Assert.Empty(SnippetSource.Names.Except(
        Page.All.SelectMany(page => MarkedBlock.Names(page.Text, "snippet")).SelectMany(names => names.Split(", "))));

    [Fact]
    public void Quickstart_HasAtMostTwentyLines() =>
        Assert.InRange(MarkedBlock.OfLanguage(Page.Of("README.md").Text, "csharp")[0].Trim().Split('\n').Length, 1, 20);
}
