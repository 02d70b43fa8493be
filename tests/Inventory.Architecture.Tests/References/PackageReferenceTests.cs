using System.Xml.Linq;

namespace Inventory.Architecture.Tests.References;

/// <summary>References point one way: from adapters to the engine to the core, never back, never across.</summary>
public sealed class PackageReferenceTests
{
    private static readonly string[] Extensions =
    [
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Diagnostics.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Microsoft.Extensions.Primitives",
    ];

    /// <summary>What each package may reference, other packages and foreign ones alike.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Inventory.Core"] = ["NodaTime"],
        ["Inventory.Engine"] = ["Inventory.Core", .. Extensions],
        ["Inventory.Sqlite"] = ["Inventory.Engine", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "Dapper"],
        ["Inventory.Testing"] = ["Inventory.Engine"],
    };

    public static TheoryData<string> Packages => Repository.PackageData;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Project_ReferencesOnlyWhatItsPackageMay(string package)
    {
        Assert.True(Allowed.TryGetValue(package, out var allowed), $"{package} is new: say what it may reference.");

        Violations.None($"{package} may not reference", ReferencesOf(package).Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Assembly_UsesOnlyWhatIsReachableFromItsReferences(string package)
    {
        var reachable = Reachable(package);

        var foreign = Repository.AssemblyOf(package).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !IsRuntime(name) && !reachable.Contains(name));

        Violations.None($"{package} uses", foreign);
    }

    [Fact]
    public void Core_StandsOnNodaTimeAndTheRuntimeAlone()
    {
        var foreign = Repository.AssemblyOf("Inventory.Core").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !IsRuntime(name) && name != "NodaTime");

        Violations.None("Inventory.Core uses", foreign);
    }

    private static IEnumerable<string> ReferencesOf(string package) => XDocument
        .Load(Repository.Path("src", package, package + ".csproj"))
        .Descendants()
        .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
        .Where(element => (string?)element.Attribute("PrivateAssets") != "all")
        .Select(element => NameOf((string)element.Attribute("Include")!));

    /// <summary>What a package may reference, and what the packages below it may.</summary>
    private static HashSet<string> Reachable(string package)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in Allowed.GetValueOrDefault(package, []))
        {
            found.Add(reference);
            found.UnionWith(Reachable(reference));
        }

        return found;
    }

    private static string NameOf(string include) =>
        include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include;

    private static bool IsRuntime(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "System" or "netstandard" or "mscorlib";
}
