using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Inventory.Architecture.Tests.Tidy;

/// <summary>One C# file of the repository, as text and as a syntax tree.</summary>
internal sealed class SourceFile
{
    private SourceFile(string path)
    {
        Path = Repository.Relative(path);
        var text = File.ReadAllText(path);
        Lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        Root = CSharpSyntaxTree
            .ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse))
            .GetRoot(CancellationToken.None);
    }

    /// <summary>All files of all projects, without build output.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. new[] { "src", "tests", "samples", "benchmarks" }
            .Select(folder => Repository.Path(folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(path => !Repository.Relative(path).Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path))];

    /// <summary>The files of the packages.</summary>
    public static IEnumerable<SourceFile> OfPackages => All.Where(file => file.IsIn("src/"));

    public string Path { get; }

    public string[] Lines { get; }

    public SyntaxNode Root { get; }

    public bool IsIn(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Where a node begins and how many lines it has, without the comments above it.</summary>
    public static (int First, int Count) Span(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return (span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }

    public string At(SyntaxNode node) => At(Span(node).First);

    public string At(int line) => $"{Path}:{line}";
}
