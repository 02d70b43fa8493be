using System.Xml.Linq;
using Inventory.Architecture.Tests.PublicApi;
using Inventory.Architecture.Tests.Tidy;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inventory.Architecture.Tests.Naming;

/// <summary>Where a type stands in the folders is where it stands in the namespaces.</summary>
public sealed class NamespaceTests
{
    /// <summary>Extensions of foreign types stand where their users already have a using.</summary>
    private const string ForExtensions = "Microsoft.Extensions.DependencyInjection";

    /// <summary>Folders of nouns that everybody needs: their types are in the root namespace of the package.</summary>
    private static readonly HashSet<string> RootNounFolders = new(StringComparer.Ordinal)
    {
        "Inventory.Core/Amounts",
        "Inventory.Core/Errors",
        "Inventory.Core/Quantities",
        "Inventory.Engine/Facade",
    };

    [Fact]
    public void Namespace_IsTheFolder() => Violations.None(
        "Namespaces that are not their folder:",
        from file in SourceFile.OfPackages
        from found in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let expected = Expected(file.Path)
        let actual = found.Name.ToString()
        where actual != expected && actual != ForExtensions
        select $"{file.Path}: {actual}, expected {expected}");

    [Fact]
    public void NoFolder_HasTheNameOfAType()
    {
        var types = Repository.Packages.Select(Repository.AssemblyOf).SelectMany(ApiVisibility.Types).ToList();
        var segments = SourceFile.OfPackages
            .SelectMany(file => file.Path.Split('/')[1..^1])
            .SelectMany(folder => folder.Split('.'))
            .ToHashSet(StringComparer.Ordinal);

        Violations.None(
            "Types with the name of a folder (their users could not name them):",
            types.Where(type => segments.Contains(type.Name)).Select(type => type.FullName!));
    }

    private static string Expected(string path)
    {
        var parts = path.Split('/');
        var package = parts[1];
        var folders = parts[2..^1];
        var below = folders.Length > 0 && RootNounFolders.Contains($"{package}/{folders[0]}") ? folders[1..] : folders;
        return string.Join('.', below.Prepend(RootNamespace(package)));
    }

    private static string RootNamespace(string package)
    {
        var project = XDocument.Load(Repository.Path("src", package, package + ".csproj"));
        return project.Descendants("RootNamespace").SingleOrDefault()?.Value ?? package;
    }
}
