using Inventory.Catalog;
using Inventory.Docs.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Putaway;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about places.</summary>
public sealed class PlaceSnippets
{
    [Fact]
    public async Task Freezes_StopMovementsAndLetCountsGoOn()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=places.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: freezes
        await inventory.ExecuteAsync(
        [
            new DefineLocation("zone-a", "A", LocationKind.Zone, "SHOP"),
            new DefineLocation("bin-a1", "A-1", LocationKind.Bin, "A"),
        ]);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "A-1", Cost.PerUnit(2));

        var noon = Instant.FromUtc(2026, 3, 2, 12, 0);
        await inventory.FreezeAsync("count-a", "A", "anna", FreezePurpose.Count, noon);
        var refused = await inventory.IssueAsync("i1", "MUG", Quantity.Each(1), "A-1");
        Console.WriteLine(refused.Errors[0].Message);

        await inventory.CountAsync("c1", "MUG", "A-1", Quantity.Each(9));
        await inventory.UnfreezeAsync("counted-a", "A");
        Console.WriteLine((await inventory.IssueAsync("i2", "MUG", Quantity.Each(1), "A-1")).Succeeded);
        #endregion

        Printed.ShouldBe("freezes");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Walk_GoesFromZoneToZone()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=walk.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: walk
        await inventory.ExecuteAsync(
        [
            new DefineLocation("zone-b", "B", LocationKind.Zone, "SHOP") { Address = new BinAddress { Walk = 1 } },
            new DefineLocation("bin-b1", "B-1", LocationKind.Bin, "B") { Address = new BinAddress { Walk = 20 } },
            new DefineLocation("bin-b2", "B-2", LocationKind.Bin, "B") { Address = new BinAddress { Walk = 10 } },
        ]);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(3), "B-1", Cost.PerUnit(2));
        await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(3), "B-2", Cost.PerUnit(2));

        var plan = await inventory.ProposePicksAsync(
            new PickQuery("MUG", Quantity.Each(4), "SHOP", PickStrategy.Nearest));
        foreach (var pick in plan.Value.Picks)
        {
            Console.WriteLine($"{pick.Quantity} at {pick.Location}");
        }

        await inventory.ExecuteAsync(new SetAddress("move-b1", "B-1", new BinAddress { Walk = 10 }));
        foreach (var stop in (await inventory.GetPickWalkAsync("SHOP")).Value)
        {
            Console.WriteLine($"{stop.Place.Code}{(stop.IsShared ? " shares its sequence" : string.Empty)}");
        }
        #endregion

        Printed.ShouldBe("walk");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Room_IsLimited()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=room.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: room
        await inventory.ExecuteAsync(
        [
            new DefineLocation("bin-c1", "C-1", LocationKind.Bin, "SHOP"),
            new SetMeasures("measure-mug", "MUG", new SkuMeasures(Milligrams: 350_000, CubicMillimetres: 900_000)),
            new SetCapacity("room-c1", "C-1", new BinCapacity { Grams = 5_000, Skus = 2 }),
        ]);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(12), "C-1", Cost.PerUnit(2));
        var refused = await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(3), "C-1", Cost.PerUnit(2));
        Console.WriteLine(refused.Errors[0].Message);

        foreach (var use in (await inventory.GetBinRoomAsync("C-1")).Value.Uses.Where(use => use.Limit is not null))
        {
            Console.WriteLine($"{use.Used} of {use.Limit} {use.Measure}, {use.Free} free");
        }
        #endregion

        Printed.ShouldBe("room");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Putaway_FollowsRules()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=putaway.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: putaway
        await inventory.ExecuteAsync(
        [
            new DefineLocation("bin-d1", "D-1", LocationKind.Bin, "SHOP"),
            new DefineLocation("bin-d2", "D-2", LocationKind.Bin, "SHOP"),
            new SetCapacity("room-d1", "D-1", new BinCapacity { Units = 10 }),
        ]);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(8), "D-1", Cost.PerUnit(2));

        PutawayRule[] rules = [new(PutawayTarget.WithTheSku), new(PutawayTarget.Empty)];
        foreach (var mugs in new[] { 2, 3 })
        {
            var plan = await inventory.ProposePutawayAsync(
                new PutawayQuery("MUG", Quantity.Each(mugs), "SHOP", rules));
            Console.WriteLine($"{mugs} into {plan.Value.Bin?.Code}, by rule {plan.Value.Rule}");
        }

        var none = await inventory.ProposePutawayAsync(
            new PutawayQuery("MUG", Quantity.Each(3), "SHOP", rules[..1]));
        foreach (var failure in none.Value.Failures)
        {
            Console.WriteLine($"{failure.Bin}: {failure.Obstacle}");
        }
        #endregion

        Printed.ShouldBe("putaway");
    }

    [Fact]
    public async Task Transfers_ArriveInParts()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=transfers.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: transfers
        await inventory.DefineSiteAsync("LEEDS");
        await inventory.ExecuteAsync(new DefineReason("broken", "BROKEN", ReasonDirection.Out));
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(20), "SHOP", Cost.PerUnit(2));

        var mugs = new MovementLine("MUG", Quantity.Each(12)) { From = "SHOP" };
        await inventory.ExecuteAsync(new DispatchTransfer("van-7", "LEEDS", mugs));
        await inventory.ExecuteAsync(new ReceiveTransfer("box-1", "van-7", new ArrivalLine(0, Quantity.Each(5))));
        await foreach (var open in inventory.ReadOpenTransfersAsync())
        {
            Console.WriteLine($"{open.InTransit} of {open.Sku} on their way to {open.To} ({open.Key})");
        }

        var tooMany = new ReceiveTransfer("box-2", "van-7", new ArrivalLine(0, Quantity.Each(8)));
        Console.WriteLine((await inventory.ExecuteAsync(tooMany)).Errors[0].Code);

        var rest = new ArrivalLine(0, Quantity.Each(6)) { Lost = Quantity.Each(1) };
        await inventory.ExecuteAsync(new ReceiveTransfer("box-3", "van-7", rest) { Reason = "BROKEN" });
        var there = (await inventory.GetAvailabilityAsync(["MUG"], ["LEEDS"]))[0];
        Console.WriteLine($"{there.OnHand} there, {there.InTransit} on their way");
        #endregion

        Printed.ShouldBe("transfers");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }
}
