using System.Reflection;

namespace Inventory.Packages.Tests;

/// <summary>All packages, packed once for all tests into a folder outside the repository.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the packages: one folder each in <c>src</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. new DirectoryInfo(Path.Combine(Root, "src")).GetDirectories()
            .Select(folder => folder.Name)
            .Order(StringComparer.Ordinal)];

    /// <summary>A folder of these tests' own, removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("inventory-packages-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        // The configuration these tests were built in is the one whose output is there.
        var built = typeof(PackedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!;
        foreach (var name in Names)
        {
            string[] pack = ["pack", Path.Combine("src", name), "--no-build", "-c", built.Configuration, "-o", Feed];
            await DotnetCommand.RunAsync(Root, pack);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The one file of a package with this extension.</summary>
    public string FileOf(string package, string extension) => Assert.Single(
        Directory.GetFiles(Feed, package + ".*" + extension),
        file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1]));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inventory.Core.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No Inventory.Core.sln above the tests.");
        }

        return folder.FullName;
    }
}
