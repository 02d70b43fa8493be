using Inventory.Storage.Memory;
using Inventory.TestSupport;

namespace Inventory.Testing.Tests;

public sealed class GivenTests
{
    [Fact]
    [Capability("MOV-02")]
    public async Task Commands_AreAcceptedAsTheyAre()
    {
        await using var inventory = await InventoryEngine.OpenAsync(new MemoryStore(), clock: new FakeClock());
        var given = new Given();
        var (receipt, reserve) = (given.Receipt(10, unitCost: 2), given.Reserve(3));

        var answers = await inventory.ExecuteAsync([given.Sku(), given.Site(), given.Bin("BIN-1"), receipt, reserve]);
        var more = await inventory.ExecuteAsync(
            [
                given.Issue(2), given.Transfer(1, "MAIN", "BIN-1"), given.Count(7), given.Release(reserve.Key),
                given.Reversal(receipt.Key),
            ]);

        Assert.All(answers, answer => Assert.True(answer.Succeeded, answer.ToString()));
        Assert.All(more.Take(4), answer => Assert.True(answer.Succeeded, answer.ToString()));
        Assert.Equal("Conflict.Insufficient", Assert.Single(more[4].Errors).Code.Name);
    }

    [Fact]
    public void Keys_AreFresh()
    {
        var given = new Given("a");

        Assert.Equal(3, new[] { given.Key(), given.Sku().Key, given.Key() }.Distinct().Count());
        Assert.NotEqual(new Given("a").Key(), new Given("b").Key());
    }
}
