using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>Nothing is read twice while nothing is committed, and nothing old is shown once something is.</summary>
public sealed class AvailabilityTests
{
    private static readonly AvailabilityQuery[] _queries =
        [new(["A"]), new(["A"]) { Pools = ["SHOP"] }, new(["NONE"]), new(["A"]) { Pools = ["NOWHERE"] }];

    [Fact]
    [Capability("QTY-02")]
    public async Task AskedAgain_ReadsNothingButTheLedgersRow()
    {
        await using var ledger = await LargeLedger.FillAsync([Receipt("first", 5)]);
        foreach (var query in _queries)
        {
            var first = await ledger.Inventory.GetAvailabilityAsync(query);
            var before = ledger.RowsRead;

            Assert.Equal(first, await ledger.Inventory.GetAvailabilityAsync(query));
            Assert.Equal(1, ledger.RowsRead - before);
        }
    }

    [Fact]
    [Capability("QTY-02")]
    public async Task PoolsWithoutStock_AreEmpty_FirstAndAgain()
    {
        await using var ledger = await LargeLedger.FillAsync(
            [Receipt("first", 5), new DefineLocation("east", "EAST", LocationKind.Site)]);
        for (var time = 1; time <= 2; time++)
        {
            var found = await ledger.Inventory.GetAvailabilityAsync(["A"], ["SHOP", "EAST", "TRANSIT"]);
            Assert.Equal(
                [("EAST", 0m), ("SHOP", 5m), ("TRANSIT", 0m)],
                found.Select(there => (there.Pool, there.Available.Amount)).Order());
        }
    }

    [Fact]
    [Capability("QTY-02")]
    public async Task CommitOfAnotherEngine_IsSeen()
    {
        await using var ledger = await LargeLedger.FillAsync([Receipt("first", 5)]);
        await using var other = await ledger.OpenAnotherAsync();
        for (var received = 5; received < 9; received++)
        {
            Assert.Equal(received, await AvailableAsync(ledger.Inventory));
            await LargeLedger.SendAsync(other, Receipt($"more-{received}", 1));
        }
    }

    [Fact]
    [Capability("QTY-02"), Capability("MOV-12")]
    public async Task Rebuild_OfADamagedPosition_IsSeen()
    {
        await using var ledger = await LargeLedger.FillAsync([Receipt("first", 5)]);
        ledger.Run("UPDATE inventory_position SET available = 3");
        Assert.Equal(3, await AvailableAsync(ledger.Inventory));

        await ledger.Inventory.RebuildAsync();

        Assert.Equal(5, await AvailableAsync(ledger.Inventory));
    }

    private static async Task<decimal> AvailableAsync(IInventory inventory) =>
        (await inventory.GetAvailabilityAsync(["A"]))[0].Available.Amount;

    private static PostMovement Receipt(string key, int quantity) => new(
        key, MovementKind.Receipt,
        [new MovementLine("A", Quantity.Each(quantity)) { To = "SHOP", Cost = Cost.PerUnit(1) }]);
}
