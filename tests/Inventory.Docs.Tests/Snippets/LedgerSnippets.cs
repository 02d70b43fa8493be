using Inventory.Docs.Tests.Support;
using Inventory.Movements;
using Inventory.Sqlite;
using Inventory.Testing;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about the ledger and its three times.</summary>
public sealed class LedgerSnippets
{
    [Fact]
    public async Task Verify_FindsAnEdit()
    {
        var store = await SampleShop.FillAsync("Data Source=edited.db");
        await using var _ = store;
        var (__, inventory) = await SampleShop.OpenAsync(store, new FakeClock(SampleShop.Monday));
        await using var ___ = inventory;

        #region snippet: tamper
        await using (var intruder = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=edited.db;Pooling=False"))
        {
            await intruder.OpenAsync();
            var edit = intruder.CreateCommand();
            edit.CommandText = "UPDATE inventory_entry SET quantity = 3 WHERE sku = 1 AND sequence = 40";
            await edit.ExecuteNonQueryAsync();
        }

        var report = await inventory.VerifyAsync();
        Console.WriteLine(report.Findings[0].Row);
        #endregion

        Printed.ShouldBe("tamper");
    }

    [Fact]
    public async Task LateFact_ChangesThePast_NotWhatWasKnown()
    {
        var clock = new FakeClock(SampleShop.Monday);
        var (store, inventory) = await SampleShop.OpenAsync(new SqliteStore("Data Source=times.db"), clock);
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: three-times
        var monday = Instant.FromUtc(2026, 3, 2, 9, 0);
        var tuesday = monday + Duration.FromDays(1);
        var wednesday = monday + Duration.FromDays(2);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)); // on Monday

        clock.Now = wednesday;
        var line = new MovementLine("MUG", Quantity.Each(4)) { From = "SHOP" };
        await inventory.ExecuteAsync(new PostMovement("late-1", MovementKind.Issue, line) { Effective = tuesday });

        var asOfTuesday = new OnHandQuery("MUG") { AsOf = tuesday };
        var now = await inventory.GetOnHandAsync(asOfTuesday);
        var then = await inventory.GetOnHandAsync(asOfTuesday with { KnownAt = tuesday });
        Console.WriteLine($"On Tuesday there were {now.Value.Quantity}; on Tuesday we thought {then.Value.Quantity}.");
        #endregion

        Printed.ShouldBe("three-times");
    }

    [Fact]
    public async Task LateFact_BeforeACount_IsRefusedOrCompensated()
    {
        var clock = new FakeClock(SampleShop.Monday);
        var (store, inventory) = await SampleShop.OpenAsync(new SqliteStore("Data Source=counted.db"), clock);
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();
        var tuesday = SampleShop.Monday + Duration.FromDays(1);
        clock.Now = tuesday + Duration.FromDays(1);

        #region snippet: counted
        await inventory.CountAsync("count-1", "MUG", "SHOP", Quantity.Each(9)); // on Wednesday
        var line = new MovementLine("MUG", Quantity.Each(1)) { From = "SHOP" };
        var late = new PostMovement("late-1", MovementKind.Issue, line) { Effective = tuesday };
        var refused = await inventory.ExecuteAsync(late);
        Console.WriteLine(refused.Errors[0].Code);

        await inventory.ExecuteAsync(late with { AfterCount = CountedPolicy.Compensate });
        var mugs = await inventory.GetOnHandAsync(new OnHandQuery("MUG"));
        Console.WriteLine(mugs.Value.Quantity);
        #endregion

        Printed.ShouldBe("counted");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }
}
