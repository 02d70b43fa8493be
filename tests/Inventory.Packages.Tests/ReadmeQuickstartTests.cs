using System.Text.RegularExpressions;

namespace Inventory.Packages.Tests;

/// <summary>The README's first C# block works as it stands, on the packages alone.</summary>
public sealed partial class ReadmeQuickstartTests(PackedPackages packages)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Inventory.Sqlite" Version="*-*" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>Ours come from the folder and from nowhere else; all others from where everybody has them.</summary>
    private const string Sources = """
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="feed" />
            <add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed"><package pattern="Inventory.*" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          <fallbackPackageFolders>
            <add key="host" value="HOST" />
          </fallbackPackageFolders>
        </configuration>
        """;

    [Fact]
    public async Task FirstBlock_CompilesAndRunsOnThePackedPackages()
    {
        var app = Directory.CreateDirectory(Path.Combine(packages.Folder, "app")).FullName;
        var sources = Sources.Replace("HOST", HostCache(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(packages.Folder, "nuget.config"), sources);
        await File.WriteAllTextAsync(Path.Combine(app, "app.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), FirstBlock());

        // A cache of its own: in the user's, a package of the same version would be served from an earlier run.
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NUGET_PACKAGES"] = Path.Combine(packages.Folder, "cache"),
        };
        await DotnetCommand.RunAsync(app, ["build", "-v", "quiet"], variables);
        var output = await DotnetCommand.RunAsync(app, ["run", "--no-build"], variables);

        Assert.False(string.IsNullOrWhiteSpace(output), "The quickstart prints nothing.");
    }

    private static string FirstBlock()
    {
        var readme = File.ReadAllText(Path.Combine(PackedPackages.Root, "README.md"));
        var block = Block().Match(readme);
        return block.Success ? block.Groups["code"].Value : "Console.WriteLine(\"The packages restore.\");";
    }

    /// <summary>Where this machine keeps foreign packages: they are read from there, so no download repeats.</summary>
    private static string HostCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex("^```csharp[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
