using System.Runtime.InteropServices;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>
/// Puts another file in the place of one that this process has open, behind SQLite's back: what is written there
/// meets a full or a broken disk, without privileges and without a mount. Linux only; mended when disposed.
/// </summary>
internal sealed class BrokenFile : IDisposable
{
    private readonly List<(int Handle, int Saved)> _replaced = [];

    private BrokenFile(IReadOnlyList<int> handles, string replacement, FileAccess access)
    {
        using var other = File.OpenHandle(replacement, FileMode.Open, access, FileShare.ReadWrite);
        foreach (var handle in handles)
        {
            _replaced.Add((handle, Checked(Native.Duplicate(handle))));
            Checked(Native.Replace((int)other.DangerousGetHandle(), handle));
        }
    }

    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The handles under which this process has a file open.</summary>
    public static List<int> HandlesOf(string path) =>
    [
        .. from link in Directory.GetFiles("/proc/self/fd")
           where TargetOf(link) == path
           select int.Parse(Path.GetFileName(link), System.Globalization.CultureInfo.InvariantCulture),
    ];

    /// <summary>Every write fails because the disk is full.</summary>
    public static BrokenFile Full(IReadOnlyList<int> handles) => new(handles, "/dev/full", FileAccess.ReadWrite);

    /// <summary>Every write fails.</summary>
    public static BrokenFile Unwritable(IReadOnlyList<int> handles) => new(handles, "/dev/null", FileAccess.Read);

    /// <summary>Writes pass, and making them durable fails.</summary>
    public static BrokenFile Unsynchronisable(IReadOnlyList<int> handles) =>
        new(handles, "/dev/null", FileAccess.ReadWrite);

    public void Dispose()
    {
        foreach (var (handle, saved) in _replaced)
        {
            Checked(Native.Replace(saved, handle));
            Checked(Native.Close(saved));
        }

        _replaced.Clear();
    }

    // Tests beside this one close their files while the list is gone through.
    private static string? TargetOf(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int Checked(int result) => result >= 0
        ? result
        : throw new InvalidOperationException($"A handle could not be replaced: {Marshal.GetLastPInvokeErrorMessage()}");

    private static class Native
    {
        [DllImport("libc", EntryPoint = "dup", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Duplicate(int handle);

        [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Replace(int source, int target);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
