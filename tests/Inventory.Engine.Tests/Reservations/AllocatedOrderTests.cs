using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>Orders that are bound to goods: nobody else takes those, and they leave with the order.</summary>
public sealed class AllocatedOrderTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-06")]
    public async Task Allocated_GoodsAreKept_PickedAndShipped(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r1", 5), Shop.Receipt("r2", 5, to: "B2"), Order("mine", 6));

        var bound = (await shop.PostAsync(new AllocateReservation("a", "mine")))[0];

        Assert.Equal([("B1", 5m), ("B2", 1m)], Goods(bound));
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Shop.Issue("i1", 1))).Code);
        Assert.Equal("4 ea", (await shop.RefuseAsync(Shop.Issue("i2", 5, from: "B2"))).Allowed);
        await shop.PostAsync(Shop.Issue("i3", 4, from: "B2"), Transfer("pick", 5, "B1", "B2", "mine"));
        var picked = (await shop.Inventory.FindReservationAsync("mine"))!.Allocated;
        Assert.Equal([("B2", 1m, false), ("B2", 5m, true)], picked.Select(goods => (
            goods.Location, goods.Quantity.Amount, goods.IsPicked)).Order());

        var shipped = Shop.Issue("ship", 6, from: "B2");
        await shop.PostAsync(shipped with { Lines = [shipped.Lines[0] with { Reservation = "mine" }] });
        Assert.Empty((await shop.Inventory.FindReservationAsync("mine"))!.Allocated);
        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-06"), Capability("LOT-05")]
    public async Task Fefo_BindsWhatGoesFirst_AndFallsBackToFifoWithoutDates(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Milk("r1", "LATE", 90, 3), Milk("r2", "SOON", 9, 2), Shop.Receipt("r3", 3),
            new ReserveStock("mine", new ReservationLine("MILK", Quantity.Each(4), "WH"),
                new ReservationLine("NUT", Quantity.Each(1), "WH"))
            { Kind = PromiseKind.Order });

        var bound = (await shop.PostAsync(
            new AllocateReservation("a", "mine") { Strategy = PickStrategy.Fefo }))[0].Allocated;

        Assert.Equal(
            [("SOON", 2m), ("LATE", 2m), (null, 1m)], bound.Select(goods => (goods.Lot, goods.Quantity.Amount)));
        Assert.Equal(
            ErrorCodes.Insufficient,
            (await shop.RefuseAsync(Sold("i", "SOON", 1))).Code);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-06"), Capability("QTY-11")]
    public async Task Bound_GoodsThatLast_AreNoLongerThereForLaterDays(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Milk("r1", "LATE", 90, 1), Milk("r2", "SOON", 9, 1),
            new ReserveStock("mine", "MILK", "WH", Quantity.Each(1)) { Kind = PromiseKind.Order },
            new AllocateReservation("a", "mine") { Strategy = PickStrategy.Lifo, Line = 0 });

        // Nobody needed LATE, so that mine could be bound to SOON; but it came first and is bound to LATE by name.
        await shop.PostAsync(
            new DeallocateReservation("d", "mine"),
            new AllocateReservation("b", "mine")
            {
                Goods = [new AllocationLine("MILK", Quantity.Each(1), "B1") { Lot = "LATE" }],
            });
        var later = new ReserveStock("later", "MILK", "WH", Quantity.Each(1)) { NeededBy = Day(30) };
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(later)).Code);

        // The other way round: what a later promise counts on is not bound to an earlier one.
        await shop.PostAsync(new DeallocateReservation("e", "mine"), later);
        var error = await shop.RefuseAsync(new AllocateReservation("c", "mine")
        {
            Goods = [new AllocationLine("MILK", Quantity.Each(1), "B1") { Lot = "LATE" }],
        });
        Assert.Equal(ErrorCodes.Insufficient, error.Code);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-06")]
    public async Task GoodsThatAreGone_EndTheBinding_NotThePromise(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("r1", 5), Shop.Receipt("r2", 5, to: "B2"), Order("first", 3), Order("second", 2),
            new AllocateReservation("a", "first"), new AllocateReservation("b", "second"));

        var counted = (await shop.PostAsync(new CountStock("c", "NUT", "B1", Quantity.Each(4))))[0];

        var gone = Assert.Single(counted.Unbound);
        Assert.Equal(("second", "B1", 1m), (gone.Reservation.Text, gone.Pool, gone.Quantity.Amount));
        Assert.Empty(counted.AtRisk);
        Assert.Equal(
            [("B2", 1m)], Goods((await shop.PostAsync(new AllocateReservation("d", "second")))[0]));
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-08")]
    public async Task Reallocated_GoodsGoToWhoGoesBefore_AndTheOtherWaits(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("r1", 4), Order("patient", 4), new AllocateReservation("a", "patient"),
            Order("urgent", 3) with { Priority = 1, Shortage = Shortage.Backorder });

        var moved = (await shop.PostAsync(new ReallocateReservation("m", "patient", "urgent", "NUT")))[0];

        Assert.Equal([("B1", 3m)], Goods(moved));
        var (patient, urgent) = (
            (await shop.Inventory.FindReservationAsync("patient"))!,
            (await shop.Inventory.FindReservationAsync("urgent"))!);
        Assert.Equal((1m, 3m), (patient.Goods[0].Committed.Amount, patient.Goods[0].Backordered.Amount));
        Assert.Equal((3m, 0m), (urgent.Goods[0].Committed.Amount, urgent.Goods[0].Backordered.Amount));
        Assert.Equal(3, urgent.Allocated.Sum(goods => goods.Quantity.Amount));

        // Both facts of it stand in the history, and what comes in goes to the one that gave.
        var steps = await shop.Inventory.ReadPromisesAsync("NUT").Where(fact => fact.Step == PromiseStep.Yield)
            .Select(fact => (fact.Reservation!.Value.Text, fact.Backordered.Amount)).ToListAsync();
        Assert.Equal([("patient", 3m)], steps);
        await shop.PostAsync(Shop.Receipt("r2", 3));
        Assert.Equal(4, (await shop.Inventory.FindReservationAsync("patient"))!.Goods[0].Committed.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("RES-06")]
    public async Task Proposals_LeaveAloneWhatOthersAreBoundTo(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("r1", 5), Shop.Receipt("r2", 5, to: "B2"), Order("mine", 4),
            new AllocateReservation("a", "mine"));

        var plan = (await shop.Inventory.ProposePicksAsync(
            new PickQuery("NUT", Quantity.Each(6), "WH", PickStrategy.Fifo))).GetValueOrThrow();

        Assert.Equal([("B1", 1m), ("B2", 5m)], plan.Picks.Select(pick => (pick.Location, pick.Quantity.Amount)));
    }

    private static ReserveStock Order(CommandKey key, int units) =>
        new(key, "NUT", "WH", Quantity.Each(units)) { Kind = PromiseKind.Order };

    private static PostMovement Transfer(CommandKey key, int units, string from, string to, CommandKey order) => new(
        key, MovementKind.Transfer,
        new MovementLine("NUT", Quantity.Each(units)) { From = from, To = to, Reservation = order });

    private static LocalDate Day(int days) => Shop.Begin.InUtc().Date.PlusDays(days);

    private static PostMovement Milk(CommandKey key, string lot, int days, int units) => new(
        key, MovementKind.Receipt,
        new MovementLine("MILK", Quantity.Each(units))
        {
            To = "B1",
            Lot = lot,
            Cost = Cost.PerUnit(1),
            Dates = new LotDates { Removal = Day(days) },
        });

    private static PostMovement Sold(CommandKey key, string lot, int units) => new(
        key, MovementKind.Issue, new MovementLine("MILK", Quantity.Each(units)) { From = "B1", Lot = lot });

    private static IEnumerable<(string, decimal)> Goods(Posted posted) =>
        posted.Allocated.Select(goods => (goods.Location, goods.Quantity.Amount));
}
