using System.Text;

namespace Inventory.CrashWorker;

/// <summary>
/// Lines to whoever started the process, each in the pipe before the call returns: a kill loses none of them.
/// </summary>
internal static class Lines
{
    private static readonly Lock _turn = new();
    private static readonly Stream _output = Console.OpenStandardOutput();

    public static void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_turn)
        {
            _output.Write(bytes);
            _output.Flush();
        }
    }
}
