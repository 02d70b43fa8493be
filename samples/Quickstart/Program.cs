using Inventory.Samples.Quickstart;
using Inventory.Samples.Quickstart.CommandLine;
using Inventory.Samples.Quickstart.Display;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Stock;

using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first time the run ends in good order, the second time at once. What is durable stays either way.
    pressed.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

try
{
    Arguments arguments = Arguments.Parse(args);
    if (arguments.WantsHelp)
    {
        Console.Out.WriteLine(Arguments.Usage);
        return ExitCode.Done;
    }

    ReplayProgress progress = new(Console.Out, isTerminal: !Console.IsOutputRedirected, TimeProvider.System);
    QuickstartRun run = new(new LibraryStockKeeper(arguments.OutFolder), Console.Out, progress);
    return await run.RunAsync(arguments, interrupted.Token);
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message} See --help.");
    return ExitCode.WrongInput;
}
catch (Exception wrong) when (wrong
    is InputException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCode.WrongInput;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped. Started again with the same arguments, it goes on.");
    return ExitCode.Interrupted;
}
