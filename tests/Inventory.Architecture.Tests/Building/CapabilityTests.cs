using System.Text.RegularExpressions;
using Inventory.Architecture.Tests.Tidy;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inventory.Architecture.Tests.Building;

/// <summary>Tests say which capability they prove, by an ID that exists.</summary>
public sealed partial class CapabilityTests
{
    [Fact]
    public void CapabilityIds_HaveTheirForm() => Violations.None(
        "Capability IDs not of the form MOV-01:",
        from use in Uses()
        where !Form().IsMatch(use.Id)
        select $"{use.Place}: {use.Id}");

    [Fact]
    public void TestProjectsOfPackages_ProveCapabilities()
    {
        var proving = Uses().Select(use => use.Place.Split('/')[1]).ToHashSet(StringComparer.Ordinal);

        Violations.None(
            "Test projects in which no test names the capability it proves:",
            Repository.Packages
                .Select(package => package + ".Tests")
                .Where(project => HasTests(project) && !proving.Contains(project)));
    }

    private static bool HasTests(string project) => SourceFile.All
        .Where(file => file.IsIn($"tests/{project}/"))
        .SelectMany(file => file.Root.DescendantNodes().OfType<AttributeSyntax>())
        .Any(use => use.Name.ToString() is "Fact" or "Theory" or "Property");

    private static IEnumerable<(string Place, string Id)> Uses() =>
        from file in SourceFile.All.Where(file => file.IsIn("tests/"))
        from attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Capability"
        from argument in attribute.ArgumentList!.Arguments
        select (file.At(attribute), argument.ToString().Trim('"'));

    [GeneratedRegex(@"^[A-Z]{2,4}-\d{2,3}$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
