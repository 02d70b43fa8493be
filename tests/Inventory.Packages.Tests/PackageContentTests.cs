using System.IO.Compression;
using System.Xml.Linq;

namespace Inventory.Packages.Tests;

/// <summary>What a user gets: code for both runtimes, its documentation, a readme, the licence, symbols.</summary>
public sealed class PackageContentTests(PackedPackages packages)
{
    public static TheoryData<string> Names => [.. PackedPackages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_HasCodeDocumentationReadmeAndLicence(string package)
    {
        var entries = Entries(packages.FileOf(package, ".nupkg"));

        string[] expected =
        [
            $"lib/net10.0/{package}.dll",
            $"lib/net10.0/{package}.xml",
            $"lib/net8.0/{package}.dll",
            $"lib/net8.0/{package}.xml",
            "LICENSE",
            "README.md",
            "THIRD-PARTY-NOTICES.md",
        ];
        Assert.Empty(expected.Except(entries));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SymbolPackage_HasThePdbsOfBothTargets(string package)
    {
        var entries = Entries(packages.FileOf(package, ".snupkg"));

        Assert.Empty(new[] { $"lib/net10.0/{package}.pdb", $"lib/net8.0/{package}.pdb" }.Except(entries));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Manifest_SaysWhatThePackageIs(string package)
    {
        var metadata = Manifest(packages.FileOf(package, ".nupkg"));

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("Inventory.Core contributors", Value(metadata, "authors"));
        Assert.NotEqual("Package Description", Value(metadata, "description"));
    }

    [Fact]
    public void Packages_ShareOneVersion()
    {
        var versions = PackedPackages.Names
            .Select(name => Value(Manifest(packages.FileOf(name, ".nupkg")), "version"))
            .Distinct(StringComparer.Ordinal);

        Assert.Single(versions);
    }

    private static List<string> Entries(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static XElement Manifest(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        var manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = manifest.Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
