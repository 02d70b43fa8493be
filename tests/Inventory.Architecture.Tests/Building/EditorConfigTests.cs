namespace Inventory.Architecture.Tests.Building;

/// <summary>A rule is lowered for a reason, and the reason stands above it.</summary>
public sealed class EditorConfigTests
{
    [Fact]
    public void EveryLoweredRule_HasItsReasonAbove()
    {
        var unexplained = new List<string>();
        var explained = false;
        foreach (var line in File.ReadLines(Repository.Path(".editorconfig")))
        {
            var isRule = line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal);
            explained = line.StartsWith("# ", StringComparison.Ordinal) || (isRule && explained);
            if (isRule && !explained)
            {
                unexplained.Add(line);
            }
        }

        Violations.None("Rules of .editorconfig without a comment above them or their group:", unexplained);
    }

    [Fact]
    public void ProjectFiles_SilenceNoRules() => Violations.None(
        "NoWarn belongs into .editorconfig, with its reason:",
        Repository.Projects("src", "tests", "samples", "benchmarks")
            .Where(project => File.ReadAllText(project).Contains("NoWarn", StringComparison.Ordinal))
            .Select(Repository.Relative));
}
