using Inventory.Load;
using Inventory.Load.Measure;
using Inventory.Load.Scenarios;

var options = new Options(args);
Func<Options, Workspace, Task>? scenario = options.Command switch
{
    "replay" => ReplayScenario.RunAsync,
    "hot" => HotScenario.RunAsync,
    "orders" => OrdersScenario.RunAsync,
    "availability" => AvailabilityScenario.RunAsync,
    "spread" => SpreadScenario.RunAsync,
    "past" => PastScenario.RunAsync,
    "serials" => SerialsScenario.RunAsync,
    "ranges" => RangesScenario.RunAsync,
    "lone" => LoneScenario.RunAsync,
    _ => null,
};
if (scenario is null)
{
    Console.Error.WriteLine(
        "Usage: Inventory.Load replay FILE | hot | orders | availability | spread | past | serials | ranges | lone  [--rounds N] [--dir FOLDER] ...");
    return 2;
}

Console.WriteLine($"{options.Command}: {Machine.Describe()}");
using var workspace = new Workspace(options.Folder);
await scenario(options, workspace);
Console.WriteLine($"  load average at the end {Machine.Load}, peak memory {Machine.PeakMebibytes:0} MiB");
return 0;
