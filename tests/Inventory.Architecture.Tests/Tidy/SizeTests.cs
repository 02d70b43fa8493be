using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inventory.Architecture.Tests.Tidy;

/// <summary>Hard limits; the aims are lower: files of 120 lines, methods of 40, 110 columns, four parameters.</summary>
public sealed partial class SizeTests
{
    private const int FileLinesMax = 400;
    private const int DocumentedFileLinesMax = 500;
    private const int MethodLinesMax = 70;
    private const int LineWidthMax = 120;
    private const int ParametersMax = 7;

    [Theory]
    [InlineData("tests/Inventory.TestSupport/")]
    [InlineData("samples/Quickstart/")]
    public void Sources_AreFound(string folder) =>
        Assert.True(SourceFile.All.Any(file => file.IsIn(folder)), folder);

    [Fact]
    public void Files_FitTheirLimit() => Violations.None(
        $"Files over {FileLinesMax} lines ({DocumentedFileLinesMax} where more than half is documentation):",
        from file in SourceFile.All
        let max = IsMostlyDocumentation(file) ? DocumentedFileLinesMax : FileLinesMax
        where file.Lines.Length > max
        select $"{file.Path}: {file.Lines.Length}");

    // A message stays in one piece, so that it can be searched for as it is read.
    [GeneratedRegex("\"[^\"]{50,}")]
    private static partial Regex LongText();

    [Fact]
    public void Lines_FitTheirLimit() => Violations.None(
        $"Lines over {LineWidthMax} columns:",
        from file in SourceFile.All
        from line in file.Lines.Select((text, index) => (text, Number: index + 1))
        where line.text.Length > LineWidthMax && !line.text.Contains("https://", StringComparison.Ordinal)
            && !LongText().IsMatch(line.text)
        select $"{file.At(line.Number)}: {line.text.Length}");

    [Fact]
    public void Methods_FitOnAScreen() => Violations.None(
        $"Methods over {MethodLinesMax} lines:",
        from file in SourceFile.All
        from method in file.Root.DescendantNodes().Where(IsMethod)
        let size = BodyLines(method)
        where size > MethodLinesMax
        select $"{file.At(method)}: {size}");

    [Fact]
    public void Programs_FitOnAScreen() => Violations.None(
        $"Top-level programs over {MethodLinesMax} lines:",
        from file in SourceFile.All
        let size = file.Root.ChildNodes().OfType<GlobalStatementSyntax>()
            .Where(statement => statement.Statement is not LocalFunctionStatementSyntax)
            .Sum(statement => SourceFile.Span(statement).Count)
        where size > MethodLinesMax
        select $"{file.Path}: {size}");

    [Fact]
    public void ParameterLists_AreShort() => Violations.None(
        $"More than {ParametersMax} parameters (use a record):",
        from file in SourceFile.All
        from list in file.Root.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parameters.Count > ParametersMax && !IsDictatedOrRecord(list)
        select $"{file.At(list)}: {list.Parameters.Count}");

    private static bool IsMostlyDocumentation(SourceFile file) =>
        file.Lines.Count(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)) * 2 > file.Lines.Length;

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or PropertyDeclarationSyntax { ExpressionBody: not null };

    /// <summary>The lines from the name to the closing brace: attributes and comments above do not count.</summary>
    private static int BodyLines(SyntaxNode method)
    {
        var last = method.GetLocation().GetLineSpan().EndLinePosition.Line;
        var attributes = method.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        var first = attributes is null
            ? method.GetLocation().GetLineSpan().StartLinePosition.Line
            : attributes.GetLocation().GetLineSpan().EndLinePosition.Line + 1;
        return last - first + 1;
    }

    /// <summary>A positional record is its parameters; an override or extern method has what it must have.</summary>
    private static bool IsDictatedOrRecord(ParameterListSyntax list) => list.Parent switch
    {
        RecordDeclarationSyntax => true,
        MethodDeclarationSyntax { Modifiers: var modifiers } =>
            modifiers.Any(SyntaxKind.OverrideKeyword) || modifiers.Any(SyntaxKind.ExternKeyword),
        _ => false,
    };
}
