using System.Text.RegularExpressions;
using Inventory.Architecture.Tests.Tidy;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inventory.Architecture.Tests.Building;

/// <summary>Tests say which capability they prove, by an ID that exists.</summary>
public sealed partial class CapabilityTests
{
    // What the packages offer so far; a new capability comes with its ID.
    private const string Offered =
        "CAT-01 CAT-02 CAT-03 CAT-04 CAT-05 CAT-06 CAT-08 CAT-09 CAT-10 CAT-11 CAT-12 CAT-16 CAT-18 INT-03 LOC-01 "
        + "LOC-02 LOT-01 LOT-02 LOT-03 MOV-01 MOV-02 MOV-03 MOV-04 MOV-05 MOV-06 MOV-07 MOV-08 MOV-09 MOV-10 MOV-12 MOV-13 "
        + "MOV-14 MOV-15 MOV-18 MOV-19 MOV-20 QTY-01 QTY-02 QTY-03 QTY-04 QTY-07 QTY-10 QTY-12 QTY-21 RES-01 RES-02 "
        + "RES-03 RES-04 RES-05 RES-09 RES-10 RES-13 RES-14 RES-15 RES-19 RES-23 VAL-01 VAL-03 VAL-06 VAL-07 "
        + "VAL-24 VAL-31";

    [Fact]
    public void EveryCapabilityOffered_IsProved() => Violations.None(
        "Capabilities that no test names:", Offered.Split(' ').Except(Uses().Select(use => use.Id)));

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
