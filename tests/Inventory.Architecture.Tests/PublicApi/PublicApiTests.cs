namespace Inventory.Architecture.Tests.PublicApi;

/// <summary>The public surface is reviewed: <c>PublicAPI.txt</c> of each package says what users build on.</summary>
/// <remarks>
/// A wanted change is written by <c>INVENTORY_UPDATE_API=1 dotnet test tests/Inventory.Architecture.Tests</c>. Review
/// the diff.
/// </remarks>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages => Repository.PackageData;

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicSurface_IsTheReviewedOne(string package)
    {
        var file = Repository.Path("src", package, "PublicAPI.txt");
        var actual = ApiText.Of(Repository.AssemblyOf(package));
        if (Environment.GetEnvironmentVariable("INVENTORY_UPDATE_API") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var reviewed = File.Exists(file) ? Lines(File.ReadAllText(file)) : [];
        var built = Lines(actual);

        Violations.None(
            $"The surface of {package} is not PublicAPI.txt (INVENTORY_UPDATE_API=1 writes it):",
            reviewed.Except(built).Select(line => "gone: " + line)
                .Concat(built.Except(reviewed).Select(line => "new:  " + line)));
    }

    /// <summary>Each member line with the type it belongs to: equal members of two types are two lines.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var type = "";
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                lines.Add($"{type} : {line.Trim()}");
            }
            else
            {
                type = line;
                lines.Add(line);
            }
        }

        return lines;
    }
}
