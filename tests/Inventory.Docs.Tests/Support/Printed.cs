namespace Inventory.Docs.Tests.Support;

/// <summary>What a snippet printed, compared with what the pages say it prints.</summary>
internal static class Printed
{
    /// <summary>Compares what the running test has printed with every block marked <c>output: name</c>.</summary>
    public static void ShouldBe(string name)
    {
        var output = TestContext.Current.TestOutputHelper!.Output.ReplaceLineEndings("\n").Trim() + "\n";
        var pages = Page.All.Where(page => MarkedBlock.Names(page.Text, "output").Contains(name)).ToList();
        Assert.True(pages.Count > 0, $"No page shows the output of {name}, which is:\n{output}");
        foreach (var page in pages)
        {
            page.ShouldRead(MarkedBlock.Fill(page.Text, "output", other => other == name ? output : null));
        }
    }
}
