namespace Inventory.Docs.Tests.Support;

/// <summary>One Markdown file of the repository.</summary>
internal sealed class Page
{
    /// <summary>When set to 1, tests write what they would otherwise complain about.</summary>
    public const string UpdateVariable = "INVENTORY_UPDATE_DOCS";

    private Page(string file) => File = file;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Whether stale parts of pages are rewritten instead of reported.</summary>
    public static bool Updates => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>Every page: those at the top, the documentation, and the packages' own.</summary>
    public static IReadOnlyList<Page> All { get; } =
        [.. Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "src"), "README.md", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(file))];

    public string File { get; }

    /// <summary>The path from the root, with forward slashes.</summary>
    public string Name => Path.GetRelativePath(Root, File).Replace('\\', '/');

    public string Text => System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");

    public static Page Of(string name) => All.Single(page => page.Name == name);

    /// <summary>Compares the page with how it should read; rewrites it when asked to.</summary>
    public void ShouldRead(string expected)
    {
        if (Updates)
        {
            System.IO.File.WriteAllText(File, expected);
        }

        Assert.True(
            Text == expected, $"{Name} is stale: run {UpdateVariable}=1 dotnet test tests/Inventory.Docs.Tests.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Inventory.Core.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Inventory.Core.sln above {AppContext.BaseDirectory}.");
    }
}
