namespace Inventory.Architecture.Tests.Building;

/// <summary>Nothing is built differently, and nothing is left out of the build.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Repository.Path("Inventory.Core.sln")).Replace('\\', '/');

        Violations.None(
            "Projects that are not in Inventory.Core.sln:",
            Repository.Projects("src", "tests", "samples", "benchmarks")
                .Select(Repository.Relative)
                .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Packages_AreBuiltAlike() => Violations.None(
        "Packages that do not import eng/Library.targets first:",
        Repository.Projects("src").Where(project => !Imports(project, "Library.targets")).Select(Repository.Relative));

    [Fact]
    public void TestProjects_AreBuiltAlike() => Violations.None(
        "Projects with tests that do not import eng/Test.targets first:",
        Repository.Projects("tests")
            .Where(project => project.EndsWith("Tests.csproj", StringComparison.Ordinal))
            .Where(project => !Imports(project, "Test.targets"))
            .Select(Repository.Relative));

    [Fact]
    public void ProjectFiles_FixNoVersions() => Violations.None(
        "Versions outside Directory.Packages.props:",
        Repository.Projects("src", "tests", "samples", "benchmarks")
            .Where(project => File.ReadAllText(project).Contains(" Version=", StringComparison.Ordinal))
            .Select(Repository.Relative));

    [Fact]
    public void LockFiles_AreThere() => Violations.None(
        "Projects without packages.lock.json:",
        Repository.Projects("src", "tests", "samples", "benchmarks")
            .Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
            .Select(Repository.Relative));

    private static bool Imports(string project, string targets) =>
        File.ReadLines(project).Skip(1).First().Contains($"/eng/{targets}\"", StringComparison.Ordinal);
}
