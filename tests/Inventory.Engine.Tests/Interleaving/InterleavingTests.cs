using System.Globalization;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Several engines on one store, in every order of their steps and in many orders by chance: the ledger is as if the
/// commands had come one by one, and so is every answer.
/// </summary>
/// <remarks>
/// A breach prints its scenario, schedule and steps; <c>INVENTORY_SCHEDULE</c> runs that schedule again.
/// </remarks>
[Capability("INT-11"), Capability("QTY-02")]
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private static string? Given => Environment.GetEnvironmentVariable("INVENTORY_SCHEDULE") is { Length: > 0 } text
        ? text : null;

    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.ToString())];

    public static TheoryData<string> LargerNames => [.. Scenarios.Larger.Select(scenario => scenario.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public Task EveryOrder_InMemory_IsAsIfOneByOne(string scenario) => CheckAsync(
        scenario, StoreKind.Memory, found => Exploration.AllAsync(found, StoreKind.Memory));

    [Theory]
    [MemberData(nameof(Names))]
    public Task EveryOrder_OnAFile_IsAsIfOneByOne(string scenario) => CheckAsync(
        scenario, StoreKind.Sqlite,
        found => Exploration.AllAsync(found, StoreKind.Sqlite, most: Nightly.Size(40, int.MaxValue)));

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task CommandsByChance_InOrdersByChance_AreAsIfOneByOne(StoreKind kind)
    {
        var count = kind == StoreKind.Memory ? Nightly.Size(400, 10_000) : Nightly.Size(40, 1_000);
        if (Given is { } schedule)
        {
            var seed = int.Parse(schedule.AsSpan("seed ".Length), CultureInfo.InvariantCulture);
            Report(await Exploration.RandomAsync(RandomScenario.Of, kind, seed, 1));
            return;
        }

        var exploration = await Exploration.RandomAsync(RandomScenario.Of, kind, first: 1, count);
        Report(exploration);
        Assert.Equal(count, exploration.Schedules);
        output.WriteLine($"{exploration.Faults} calls to the store failed");
        Assert.True(exploration.Faults > count / 4);
    }

    [Theory]
    [MemberData(nameof(LargerNames))]
    public Task MoreEnginesOrCalls_InEveryOrder_AreAsIfOneByOne(string scenario) => CheckAsync(
        scenario, StoreKind.Memory,
        found => Exploration.AllAsync(found, StoreKind.Memory, most: Nightly.Size(1_000, int.MaxValue)));

    private async Task CheckAsync(string scenario, StoreKind kind, Func<Scenario, Task<Exploration>> explore)
    {
        var found = Scenarios.Find(scenario);
        Report(await (Given is { } schedule ? Exploration.ReplayAsync(found, kind, schedule)
            : explore(found)));
    }

    private void Report(Exploration exploration)
    {
        output.WriteLine($"{exploration.Schedules} schedules, {exploration.Outcomes.Count} outcomes");
        Assert.True(exploration.Breach is null, exploration.Breach);
    }
}
