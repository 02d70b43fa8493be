using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Engines on one store, in every order of their steps and in many orders by chance.</summary>
[Capability("INT-11"), Capability("QTY-02")]
public sealed class InterleavingTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryOrder_InMemory_IsAsIfOneByOne(string scenario) =>
        Report(scenario, await Exploration.AllAsync(Scenarios.Find(scenario), StoreKind.Memory));

    private void Report(string scenario, Exploration exploration)
    {
        output.WriteLine($"{scenario}: {exploration.Schedules} schedules");
        Assert.True(exploration.Breach is null, exploration.Breach);
    }
}
