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

    [Theory]
    [MemberData(nameof(Names))]
    public Task EveryOrder_InMemory_IsAsIfOneByOne(string scenario) => CheckAsync(
        scenario, StoreKind.Memory, found => Exploration.AllAsync(found, StoreKind.Memory));

    [Theory]
    [MemberData(nameof(Names))]
    public Task EveryOrder_OnAFile_IsAsIfOneByOne(string scenario) => CheckAsync(
        scenario, StoreKind.Sqlite, found => Exploration.AllAsync(found, StoreKind.Sqlite, most: Nightly.Size(40, 10_000)));

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
    }

    [Fact]
    public Task ThreeEngines_InEveryOrder_AreAsIfOneByOne() => CheckAsync(
        Scenarios.Three.ToString(), StoreKind.Memory,
        found => Exploration.AllAsync(found, StoreKind.Memory, most: Nightly.Size(2_000, int.MaxValue)));

    [Fact]
    public async Task OrdersLeftOut_LeadToNothingNew()
    {
        foreach (var name in new[] { "two reserves of one unit", "a reserve against a receipt (warm)" })
        {
            var all = await Exploration.AllAsync(Scenarios.Find(name), StoreKind.Memory, everyOrder: true);
            var some = await Exploration.AllAsync(Scenarios.Find(name), StoreKind.Memory);

            output.WriteLine($"{name}: {all.Schedules} in all, {some.Schedules} that differ in what can be noticed");
            Assert.Null(all.Breach);
            Assert.True(some.Schedules < all.Schedules);
            Assert.Equal(all.Outcomes.Order(StringComparer.Ordinal), some.Outcomes.Order(StringComparer.Ordinal));
            Assert.True(some.Outcomes.Count > 1);
        }
    }

    [Fact]
    public async Task SameSeed_GivesTheSameSteps()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var first = await Exploration.RandomAsync(RandomScenario.Of, StoreKind.Memory, seed, 1);
            var second = await Exploration.RandomAsync(RandomScenario.Of, StoreKind.Memory, seed, 1);
            Assert.NotEmpty(first.Trace);
            Assert.Equal(first.Trace, second.Trace);
        }
    }

    private async Task CheckAsync(string scenario, StoreKind kind, Func<Scenario, Task<Exploration>> explore)
    {
        var found = Scenarios.Find(scenario);
        Report(await (Given is { } schedule ? Exploration.ReplayAsync(found, kind, Schedule.Parse(schedule))
            : explore(found)));
    }

    private void Report(Exploration exploration)
    {
        output.WriteLine($"{exploration.Schedules} schedules, {exploration.Outcomes.Count} outcomes");
        Assert.True(exploration.Breach is null, exploration.Breach);
    }
}
