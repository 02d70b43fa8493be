namespace Inventory.Load.Measure;

/// <summary>A folder for the databases of one run, deleted at its end.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder;
    private int _files;

    /// <param name="parent">
    /// Where to make it: on the disk to be measured. Null is the current folder, for /tmp may be memory.
    /// </param>
    public Workspace(string? parent) =>
        _folder = Directory.CreateDirectory(Path
            .Combine(parent ?? Directory.GetCurrentDirectory(), $"load-{Environment.ProcessId}"));

    public string Folder => _folder.FullName;

    public string NewFile() => Path.Combine(Folder, FormattableString.Invariant($"{++_files}.db"));

    public string Copy(string file)
    {
        var copy = NewFile();
        File.Copy(file, copy);
        return copy;
    }

    public static void Delete(string file)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
