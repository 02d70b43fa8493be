using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Facade;

/// <summary>The status of whole lots, asked of a running inventory.</summary>
[Capability("LOT-07")]
public sealed class LotStatusTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Recall_NamesTheOrders_AndIsFoundByAvailabilityPicksAndLot(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            In("r1", "L1", "B1", 5), In("r2", "L1", "B2", 2), In("r3", "L2", "B1", 3),
            new ReserveStock("order", "MILK", "WH", Quantity.Each(8)) { Kind = PromiseKind.Order });

        var recall = await shop.Inventory.ExecuteAsync(new ChangeLotStatus("recall", "MILK", "L1", LotStatus.Recalled));

        var risk = Assert.Single(recall.GetValueOrThrow().AtRisk);
        Assert.Equal(("order", "5 ea"), (risk.Reservation.Text, risk.Quantity.ToString()));
        var left = await AvailabilityAsync(shop);
        Assert.Equal((-5m, 3m), (left.Available.Amount, left.OnHand.Amount - left.Blocked.Recalled.Amount));
        Assert.Equal(LotStatus.Recalled, (await shop.Inventory.FindLotAsync("MILK", "l1"))!.Status);
        var picks = await shop.Inventory.ProposePicksAsync(
            new PickQuery("MILK", Quantity.Each(8), "WH", PickStrategy.Fifo));
        Assert.Equal(["L2"], picks.Value.Picks.Select(pick => pick.Lot));
        Assert.Equal(5, picks.Value.Missing.Amount);
        Assert.Empty((await shop.Inventory.VerifyAsync()).Findings);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Status_OutlastsARebuild_AndAnEngine(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            In("r1", "L1", "B1", 5), new ChangeLotStatus("hold", "MILK", "L1", LotStatus.OnHold));

        await shop.Inventory.RebuildAsync();
        await using var other = await Shop.ConnectAsync(stores.First, clock: shop.Clock);

        await other.PostAsync(In("r2", "L1", "B1", 2));
        Assert.Equal(0, (await AvailabilityAsync(other)).Available.Amount);
        var refused = await other.Inventory.ExecuteAsync(new PostMovement(
            "sale", MovementKind.Issue, new MovementLine("MILK", Quantity.Each(1)) { From = "B1", Lot = "L1" }));
        Assert.Equal(ErrorCodes.LotBlocked, Assert.Single(refused.Errors).Code);
        await other.PostAsync(new ChangeLotStatus("release", "MILK", "L1", LotStatus.Released));
        Assert.Equal(7, (await AvailabilityAsync(other)).Available.Amount);
        Assert.Empty((await other.Inventory.VerifyAsync()).Findings);
    }

    /// <summary>Many changes of one SKU's lots at once are decided in few batches, each on what was before.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ManyLots_ChangeAtOnce(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        const int Lots = 50;
        await shop.PostAsync([.. Enumerable.Range(0, Lots).Select(lot => In($"r{lot}", $"L{lot}", "B1", 1))]);

        var answers = await Task.WhenAll(Enumerable.Range(0, Lots).Select(lot => shop.Inventory.ExecuteAsync(
            new ChangeLotStatus($"hold{lot}", "MILK", $"L{lot}", LotStatus.OnHold))));

        Assert.All(answers, answer => Assert.Single(answer.GetValueOrThrow().Entries));
        Assert.Equal(0, (await AvailabilityAsync(shop)).Available.Amount);
        Assert.Empty((await shop.Inventory.VerifyAsync()).Findings);
    }

    private static async Task<Availability> AvailabilityAsync(Shop shop) =>
        (await shop.Inventory.GetAvailabilityAsync(["MILK"], ["WH"]))[0];

    private static PostMovement In(CommandKey key, string lot, string place, decimal units) => new(
        key, MovementKind.Receipt,
        new MovementLine("MILK", Quantity.Each(units)) { To = place, Lot = lot, Cost = Cost.PerUnit(1) });
}
