using System.Globalization;

namespace Inventory.Docs.Tests.Support;

/// <summary>Where snippets write their files: the current folder of this process, made for it and removed.</summary>
/// <remarks>They print the same on every machine, whatever its language.</remarks>
public sealed class ScratchFolder : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("inventory-docs-").FullName;

    public ScratchFolder()
    {
        Environment.CurrentDirectory = _folder;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}
