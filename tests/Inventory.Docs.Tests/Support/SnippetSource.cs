namespace Inventory.Docs.Tests.Support;

/// <summary>The marked regions of the C# files of this project: compiled, and run as tests.</summary>
internal static class SnippetSource
{
    private const string Begin = "#region snippet: ";

    private static readonly Dictionary<string, string> _regions = Read();

    public static IEnumerable<string> Names => _regions.Keys;

    /// <summary>The text of one region, or of several, separated by commas, with a blank line between.</summary>
    public static string Of(string names) => string.Join("\n\n", names.Split(", ").Select(One)) + "\n";

    private static string One(string name) => _regions.TryGetValue(name, out var text)
        ? text
        : throw new InvalidOperationException($"There is no region 'snippet: {name}' in tests/Inventory.Docs.Tests.");

    private static Dictionary<string, string> Read()
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        var folder = Path.Combine(Page.Root, "tests", "Inventory.Docs.Tests", "Snippets");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs"))
        {
            List<string>? lines = null;
            var name = "";
            foreach (var line in File.ReadLines(file))
            {
                var trimmed = line.Trim();
                if (trimmed.StartsWith(Begin, StringComparison.Ordinal))
                {
                    (name, lines) = (trimmed[Begin.Length..], []);
                }
                else if (trimmed == "#endregion" && lines is not null)
                {
                    regions.Add(name, Undent(lines));
                    lines = null;
                }
                else
                {
                    lines?.Add(line);
                }
            }
        }

        return regions;
    }

    private static string Undent(List<string> lines)
    {
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line)).Trim('\n');
    }
}
