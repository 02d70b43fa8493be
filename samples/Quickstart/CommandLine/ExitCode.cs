namespace Inventory.Samples.Quickstart.CommandLine;

/// <summary>What the program leaves its caller with.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int LedgerNotClean = 1;
    public const int WrongInput = 2;

    /// <summary>What a shell reports for a program stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
