using Inventory.Commands;
using Inventory.Docs.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Sqlite;
using Inventory.Testing;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about sending commands.</summary>
public sealed class PipelineSnippets
{
    [Fact]
    public async Task Repetition_GetsTheFirstAnswer()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=keys.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();

        #region snippet: repeat
        var first = await inventory.IssueAsync("order-1", "MUG", Quantity.Each(4), "SHOP");
        var again = await inventory.IssueAsync("order-1", "MUG", Quantity.Each(4), "SHOP");
        var other = await inventory.IssueAsync("order-1", "MUG", Quantity.Each(5), "SHOP");
        Console.WriteLine($"{first.Value.Cost:0.00}, {again.Value.Cost:0.00}");
        Console.WriteLine($"applied before? {again.Value.AlreadyApplied}");
        Console.WriteLine(other.Errors[0].Code);
        #endregion

        Printed.ShouldBe("repeat");
    }

    [Fact]
    public async Task AtomicCall_TakesEffectWhollyOrNotAtAll()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=atomic.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.DefineSkuAsync("TEA").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();

        #region snippet: atomic
        var gift = await inventory.ExecuteAsync(
            [
                new ReserveStock("gift-1/mug", "MUG", "SHOP", Quantity.Each(2)),
                new ReserveStock("gift-1/tea", "TEA", "SHOP", Quantity.Each(1)),
            ],
            ExecuteOptions.AllOrNothing);
        foreach (var answer in gift)
        {
            Console.WriteLine(answer.Errors[0].Code);
        }
        #endregion

        Printed.ShouldBe("atomic");
    }

    [Fact]
    public async Task Import_GoesThroughTheBulkLane()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=bulk.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        var rows = Enumerable.Range(1, 3).ToList();

        #region snippet: bulk
        Command[] commands =
        [
            .. rows.Select(row => new PostMovement($"import/{row}", MovementKind.Receipt,
                new MovementLine("MUG", Quantity.Each(row)) { To = "SHOP", Cost = Cost.PerUnit(2) })),
        ];
        var patiently = ExecuteOptions.Bulk with { Timeout = Duration.FromMinutes(5) };
        var answers = await inventory.ExecuteAsync(commands, patiently);
        for (var i = 0; i < answers.Count; i++)
        {
            if (!answers[i].Succeeded)
            {
                Console.WriteLine($"Row {rows[i]}: {answers[i].Errors[0]}");
            }
        }
        #endregion

        Assert.All(answers, answer => Assert.True(answer.Succeeded));
    }
}
