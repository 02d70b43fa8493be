using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inventory.Architecture.Tests.Tidy;

/// <summary>Taste that a machine can check, so that reviews need not.</summary>
public sealed partial class StyleTests
{
    [Fact]
    public void PackageFiles_HoldOnePublicTypeUnderItsName() => Violations.None(
        "Files with several public types, or with one under another name:",
        from file in SourceFile.OfPackages
        let names = TopLevelTypes(file).Where(IsPublic).Select(NameOf).Distinct(StringComparer.Ordinal).ToList()
        where names.Count > 1 || (names.Count == 1 && names[0] != FileStem(file))
        select $"{file.Path}: {string.Join(", ", names)}");

    [Fact]
    public void Files_HaveNoRegions() => Violations.None(
        "Regions:",
        from file in SourceFile.All
        from region in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<RegionDirectiveTriviaSyntax>()
        where !IsSnippet(region)
        select file.At(region));

    [Fact]
    public void Comments_HoldNoOpenTasks() => Violations.None(
        "Comments with an open task (write an issue instead):",
        from comment in Comments()
        where OpenTask().IsMatch(comment.Text)
        select $"{comment.Place}: {comment.Text}");

    [Fact]
    public void Comments_HoldNoCode() => Violations.None(
        "Code that was commented out:",
        from comment in Comments()
        where CommentedCode().IsMatch(comment.Text)
        select $"{comment.Place}: {comment.Text}");

    [Fact]
    public void Core_HasNoBinaryFloatingPoint() => Violations.None(
        "double or float in the core, where arithmetic is exact:",
        from file in SourceFile.All.Where(file => file.IsIn("src/Inventory.Core/"))
        from token in file.Root.DescendantTokens()
        where token.Kind() is SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword || token.Value is double or float
        select $"{file.At(token.Parent!)}: {token.Text}");

    private static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SourceFile file) => file.Root.DescendantNodes()
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .Where(member => member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => throw new NotSupportedException($"{member.Kind()} is no type."),
    };

    /// <summary>The type a file is named after: <c>Quantity</c> for <c>Quantity.Parsing.cs</c>.</summary>
    private static string FileStem(SourceFile file) => Path.GetFileName(file.Path).Split('.', '{')[0];

    /// <summary>Regions named "snippet: ..." mark what the documentation includes.</summary>
    private static bool IsSnippet(RegionDirectiveTriviaSyntax region) =>
        region.ToString().Contains("snippet:", StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Text)> Comments() =>
        from file in SourceFile.All
        from trivia in file.Root.DescendantTrivia()
        where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        let line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        select (file.At(line), trivia.ToString().Trim('/', '*', ' '));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.None, 1000)]
    private static partial Regex OpenTask();

    // A statement ends in a semicolon, a block opens or closes with a brace; prose does neither.
    [GeneratedRegex(@"(;|\{|^\}|\)\s*=>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentedCode();
}
