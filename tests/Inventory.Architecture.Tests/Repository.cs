using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>The checkout these tests were built from, and the packages in it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the packages: one folder each in <c>src</c>.</summary>
    public static IReadOnlyList<string> Packages { get; } =
        [.. Directory.GetDirectories(Path("src")).Where(HasProject).Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The same names, in the shape a theory wants.</summary>
    public static TheoryData<string> PackageData => [.. Packages];

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The path from the root, with forward slashes on every system.</summary>
    public static string Relative(string path) => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static Assembly AssemblyOf(string package) => Assembly.Load(package);

    /// <summary>All project files below the given top-level folders.</summary>
    public static IEnumerable<string> Projects(params string[] folders) => folders
        .Select(folder => Path(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    private static bool HasProject(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, NameOf(folder) + ".csproj"));

    private static string NameOf(string folder) => System.IO.Path.GetFileName(folder);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Inventory.Core.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Inventory.Core.sln above {AppContext.BaseDirectory}.");
    }
}
