using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Docs.Tests.Support;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Sourcing;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about promises.</summary>
public sealed class PromiseSnippets
{
    [Fact]
    public async Task Holds_Orders_AndWhatBecomesOfThem()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=promises.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG");
        await inventory.DefineSkuAsync("TEA");
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(3));
        await inventory.ReceiveAsync("r2", "TEA", Quantity.Each(9), "SHOP", Cost.PerUnit(2));

        #region snippet: hold
        var cart = new ReserveStock(
            "cart-7/1",
            new ReservationLine("MUG", Quantity.Each(2), "SHOP"),
            new ReservationLine("TEA", Quantity.Each(1), "SHOP"))
        {
            Holder = "cart-7",
            TimeToLive = Duration.FromMinutes(15),
        };
        var held = (await inventory.ExecuteAsync(cart)).GetValueOrThrow();
        Console.WriteLine($"{held.Lines.Count} lines are held until a quarter of an hour from now.");

        // The customer pays: the hold becomes an order, without an end.
        await inventory.ExecuteAsync(new ConvertReservation("cart-7/paid", "cart-7/1") { Holder = "cart-7" });

        // The warehouse ships one of the mugs, and the customer gives up the other.
        var mug = new MovementLine("MUG", Quantity.Each(1)) { From = "SHOP", Reservation = "cart-7/1" };
        await inventory.ExecuteAsync(new PostMovement("ship-1", MovementKind.Issue, mug));
        await inventory.ExecuteAsync(new ReleaseReservation("cart-7/edit", "cart-7/1")
        {
            Holder = "cart-7",
            Line = 0,
            Quantity = Quantity.Each(1),
        });

        foreach (var goods in (await inventory.FindReservationAsync("cart-7/1"))!.Goods)
        {
            Console.WriteLine($"{goods.Sku}: {goods.Committed} promised, {goods.Fulfilled} shipped");
        }
        #endregion

        #region snippet: backorder
        var wanted = new ReserveStock("order-8", "MUG", "SHOP", Quantity.Each(12))
        {
            Kind = PromiseKind.Order,
            Shortage = Shortage.Backorder,
        };
        var line = (await inventory.ExecuteAsync(wanted)).GetValueOrThrow().Lines[0];
        Console.WriteLine($"{line.Promised} promised, {line.Backordered} waited for");

        await inventory.ReceiveAsync("r3", "MUG", Quantity.Each(5), "SHOP", Cost.PerUnit(3));
        var filled = (await inventory.FindReservationAsync("order-8"))!.Goods[0];
        Console.WriteLine($"{filled.Committed} promised, {filled.Backordered} waited for");
        #endregion

        #region snippet: at-risk
        var broken = new MovementLine("MUG", Quantity.Each(4)) { From = "SHOP", ToStatus = StockStatus.Damaged };
        var posted = await inventory.ExecuteAsync(new PostMovement("dropped", MovementKind.StatusChange, broken));
        foreach (var risk in posted.GetValueOrThrow().AtRisk)
        {
            Console.WriteLine($"{risk.Reservation} has no cover for {risk.Quantity} of {risk.Sku}");
        }

        await inventory.ReceiveAsync("r4", "MUG", Quantity.Each(2), "SHOP", Cost.PerUnit(3));
        Console.WriteLine($"{await inventory.ReadPromisesAtRiskAsync().CountAsync()} promises are left without cover");
        #endregion

        Printed.ShouldBe("promises");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Kits_AndChannels()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=kits.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG");
        await inventory.DefineSkuAsync("TEA");
        await inventory.DefineSkuAsync("GIFT");
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(3));
        await inventory.ReceiveAsync("r2", "TEA", Quantity.Each(9), "SHOP", Cost.PerUnit(2));

        #region snippet: availability
        await inventory.ExecuteAsync(new SetComponents(
            "gift", "GIFT", new KitPart("MUG", Quantity.Each(1)), new KitPart("TEA", Quantity.Each(2))));
        await inventory.ExecuteAsync(new DefineChannel("web", "WEB")
        {
            Selling = new SellingRule { BufferUnits = 2 },
        });

        var query = new AvailabilityQuery(["MUG", "GIFT"]) { Pools = ["SHOP"], Channel = "WEB" };
        foreach (var each in await inventory.GetAvailabilityAsync(query))
        {
            Console.WriteLine(
                $"{each.Sku}: {each.Available}, {each.Hidden} hidden, limited by {each.LimitedBy ?? "nothing"}");
        }
        #endregion

        Printed.ShouldBe("availability");
    }

    [Fact]
    public async Task LimitPerCustomer()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=limit.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG");
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(40), "SHOP", Cost.PerUnit(3));

        #region snippet: customer-limit
        await inventory.ExecuteAsync(new SetSelling(
            "limit", "MUG", new SellingLine(new SellingRule { CustomerLimit = 6, OrderIncrement = 2 })));
        foreach (var order in new[] { "order-20", "order-21" })
        {
            var answer = await inventory.ExecuteAsync(
                new ReserveStock(order, "MUG", "SHOP", Quantity.Each(4)) { Kind = PromiseKind.Order, Holder = "ann" });
            Console.WriteLine(answer.Succeeded ? $"{order} is promised" : answer.Errors[0].Message);
        }
        #endregion

        Printed.ShouldBe("customer-limit");
    }

    [Fact]
    public async Task WhereAnOrderIsShippedFrom()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=sourcing.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSiteAsync("DEPOT");
        await inventory.DefineSkuAsync("MUG");
        await inventory.DefineSkuAsync("TEA");
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(3), "SHOP", Cost.PerUnit(3));
        await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(9), "DEPOT", Cost.PerUnit(3));
        await inventory.ReceiveAsync("r3", "TEA", Quantity.Each(9), "DEPOT", Cost.PerUnit(2));

        #region snippet: sourcing
        var order = new SourcingQuery(
            [new SourcingLine("MUG", Quantity.Each(4)), new SourcingLine("TEA", Quantity.Each(1))],
            [new SourcingSite("SHOP") { Distance = 5 }, new SourcingSite("DEPOT") { Distance = 120 }],
            SourcingPolicy.Distance);
        var nearest = (await inventory.ProposeSourcesAsync(order)).GetValueOrThrow();
        var fewest = (await inventory.ProposeSourcesAsync(
            order with { Policy = SourcingPolicy.FewestParcels })).GetValueOrThrow();
        Console.WriteLine($"{nearest.Parcels} parcels from nearby, or {fewest.Parcels} from {fewest.Lines[0].Pool}");

        var reserved = await inventory.ExecuteAsync(
            new ReserveStock("order-12", fewest.Lines) { Kind = PromiseKind.Order });
        Console.WriteLine($"{reserved.GetValueOrThrow().Lines.Count} lines are promised.");

        var tooMuch = order with { Lines = [new SourcingLine("TEA", Quantity.Each(20))] };
        foreach (var error in (await inventory.ProposeSourcesAsync(tooMuch)).Errors)
        {
            Console.WriteLine($"{error.Code} at {error.Target}: {error.Actual}");
        }
        #endregion

        Printed.ShouldBe("sourcing");
    }

    [Fact]
    public async Task OrdersBoundToGoods()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=bound.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineLocation("bin", "BIN-1", LocationKind.Bin, "SHOP"));
        await inventory.ExecuteAsync(new DefineLocation("pack", "PACKING", LocationKind.Bin, "SHOP"));
        await inventory.DefineSkuAsync("MUG");
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(4), "SHOP", Cost.PerUnit(3));
        await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(8), "BIN-1", Cost.PerUnit(3));

        #region snippet: allocate
        await inventory.ExecuteAsync(new ReserveStock("order-5", "MUG", "SHOP", Quantity.Each(6))
        {
            Kind = PromiseKind.Order,
        });
        var allocated = await inventory.ExecuteAsync(new AllocateReservation("order-5/pick", "order-5")
        {
            Strategy = PickStrategy.FewestSplits,
        });
        foreach (var goods in allocated.GetValueOrThrow().Allocated)
        {
            Console.WriteLine($"{goods.Quantity} of {goods.Sku} from {goods.Location}");
        }

        // The till cannot sell them any more; they are picked, and shipped from where they were put.
        var sold = new MovementLine("MUG", Quantity.Each(3)) { From = "BIN-1" };
        var refused = await inventory.ExecuteAsync(new PostMovement("till-2", MovementKind.Issue, sold));
        Console.WriteLine($"{refused.Errors[0].Code}: at most {refused.Errors[0].Allowed}");

        var mugs = new MovementLine("MUG", Quantity.Each(6)) { Reservation = "order-5" };
        await inventory.ExecuteAsync(
            new PostMovement("pick-5", MovementKind.Transfer, mugs with { From = "BIN-1", To = "PACKING" }));
        var shipped = await inventory.ExecuteAsync(
            new PostMovement("ship-5", MovementKind.Issue, mugs with { From = "PACKING" }));
        Console.WriteLine($"shipped: {shipped.Succeeded}");
        #endregion

        Printed.ShouldBe("allocate");
    }

    [Fact]
    public async Task GoodsThatGoBad()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=dated.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineSku("milk", "MILK") { Tracking = Tracking.Lot });

        #region snippet: dated
        var today = new LocalDate(2026, 3, 2);
        await inventory.ExecuteAsync(new PostMovement(
            "r5", MovementKind.Receipt, Milk(4, "M-1", today.PlusDays(3)), Milk(3, "M-2", today.PlusDays(10))));
        await inventory.ExecuteAsync(new ReserveStock("order-9", "MILK", "SHOP", Quantity.Each(2))
        {
            NeededBy = today.PlusDays(5),
        });

        foreach (var days in new[] { 0, 4, 12 })
        {
            var asked = new AvailabilityQuery(["MILK"]) { NeededBy = today.PlusDays(days) };
            var milk = (await inventory.GetAvailabilityAsync(asked))[0];
            Console.WriteLine($"in {days} days: {milk.Available}, {milk.TooOld} too old");
        }

        // It would leave order-9 with goods that are removed before they are needed.
        var sold = new MovementLine("MILK", Quantity.Each(2)) { From = "SHOP", Lot = "M-2" };
        var refused = await inventory.ExecuteAsync(new PostMovement("till-1", MovementKind.Issue, sold));
        Console.WriteLine($"{refused.Errors[0].Code}: at most {refused.Errors[0].Allowed} of M-2");
        #endregion

        Printed.ShouldBe("dated");

        static MovementLine Milk(int units, string lot, LocalDate removal) => new("MILK", Quantity.Each(units))
        {
            To = "SHOP",
            Lot = lot,
            Cost = Cost.PerUnit(1),
            Dates = new LotDates { Removal = removal },
        };
    }
}
