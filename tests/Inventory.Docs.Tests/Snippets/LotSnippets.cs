using Inventory.Catalog;
using Inventory.Docs.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about lots.</summary>
public sealed class LotSnippets
{
    [Fact]
    public async Task Dates_OfALot()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=lots.db");
        await using var _ = store;
        await using var __ = inventory;

        #region snippet: lot-dates
        await inventory.ExecuteAsync(
        [
            new DefineSku("sku:MILK", "MILK") { Tracking = Tracking.Lot },
            new SetShelfLife("life:MILK", "MILK", new ShelfLife(Days: 21, RemovalDays: 3, AlertDays: 7)),
        ]);
        await inventory.ExecuteAsync(new PostMovement(
            "delivery-1", MovementKind.Receipt, new MovementLine("MILK", Quantity.Each(48))
            {
                To = "SHOP",
                Lot = "L-0301",
                Dates = new LotDates { Produced = new LocalDate(2026, 3, 1) },
                Cost = Cost.PerUnit(0.80m),
            }));

        var lot = await inventory.FindLotAsync("MILK", "L-0301");
        Console.WriteLine($"Use by {lot!.Dates.UseBy:uuuu-MM-dd}, off the shelf from {lot.Dates.Removal:uuuu-MM-dd} on.");
        #endregion

        Printed.ShouldBe("lot-dates");
    }

    [Fact]
    public async Task Rules_OfLots()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=rules.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineSku("sku:MILK", "MILK") { Tracking = Tracking.Lot }).ShouldSucceed();

        #region snippet: lot-rules
        await inventory.ExecuteAsync(new SetLotRules(
            "lots:MILK", "MILK",
            new LotRule(LotUse.Optional),
            new LotRule(LotUse.Required, MovementKind.Receipt)));

        var old = new MovementLine("MILK", Quantity.Each(5)) { To = "SHOP", Cost = Cost.Zero };
        await inventory.ExecuteAsync(new PostMovement("load-1", MovementKind.Opening, old));
        var refused = await inventory.ExecuteAsync(new PostMovement("delivery-1", MovementKind.Receipt, old));
        Console.WriteLine($"The load has no lots, the delivery must: {refused.Errors[0].Code}.");
        #endregion

        Printed.ShouldBe("lot-rules");
    }

    [Fact]
    public async Task Status_OfALot()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=status.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineSku("sku:MILK", "MILK") { Tracking = Tracking.Lot }).ShouldSucceed();
        foreach (var (lot, units) in new[] { ("L-0301", 8), ("L-0302", 2) })
        {
            await inventory.ExecuteAsync(new PostMovement(
                lot, MovementKind.Receipt,
                new MovementLine("MILK", Quantity.Each(units)) { To = "SHOP", Lot = lot, Cost = Cost.Zero }))
                .ShouldSucceed();
        }

        #region snippet: lot-status
        await inventory.ExecuteAsync(new ReserveStock("order-7", "MILK", "SHOP", Quantity.Each(6)));

        var held = await inventory.ExecuteAsync(new ChangeLotStatus("qa-1", "MILK", "L-0301", LotStatus.OnHold));
        foreach (var risk in held.Value.AtRisk)
        {
            Console.WriteLine($"{risk.Reservation} has no cover for {risk.Quantity} of {risk.Sku}");
        }

        var sold = new MovementLine("MILK", Quantity.Each(1)) { From = "SHOP", Lot = "L-0301" };
        var refused = await inventory.ExecuteAsync(new PostMovement("till-1", MovementKind.Issue, sold));
        Console.WriteLine(refused.Errors[0]);

        await inventory.ExecuteAsync(new ChangeLotStatus("qa-2", "MILK", "L-0301", LotStatus.Released));
        Console.WriteLine($"{await inventory.ReadPromisesAtRiskAsync().CountAsync()} promises are left without cover");
        #endregion

        Printed.ShouldBe("lot-status");
    }

    [Fact]
    public async Task Range_OfSerials()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=serials.db");
        await using var _ = store;
        await using var __ = inventory;

        #region snippet: serial-range
        await inventory.ExecuteAsync(new DefineSku("sku:PHONE", "PHONE") { Tracking = Tracking.Serial });
        await inventory.ExecuteAsync(new PostMovement(
            "delivery-1", MovementKind.Receipt, new MovementLine("PHONE", Quantity.Each(500))
            {
                To = "SHOP",
                Serials = [new SerialRange("SN-000001", "SN-000500")],
                Cost = Cost.PerUnit(80),
            }));
        var sold = await inventory.ExecuteAsync(new PostMovement(
            "sale-1", MovementKind.Issue, new MovementLine("PHONE", Quantity.Each(12))
            {
                From = "SHOP",
                Serials = [new SerialRange("SN-000101", "SN-000110"), new("SN-000007"), new("SN-000009")],
            }));
        Console.WriteLine($"{sold.Value.Entries.Count} phones sold, which cost {sold.Value.Cost:0.00}");
        #endregion

        Printed.ShouldBe("serial-range");
    }

    [Fact]
    public async Task Horizon_OfALot()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=horizon.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineSku("sku:MILK", "MILK") { Tracking = Tracking.Lot }).ShouldSucceed();
        await inventory.ExecuteAsync(new PostMovement("delivery-1", MovementKind.Receipt,
            new MovementLine("MILK", Quantity.Each(48))
            {
                To = "SHOP",
                Lot = "L-0301",
                Dates = new LotDates { UseBy = new LocalDate(2026, 3, 22), Removal = new LocalDate(2026, 3, 19) },
                Cost = Cost.PerUnit(0.80m),
            })).ShouldSucceed();

        #region snippet: shelf-life
        var horizon = await inventory.GetShelfLifeAsync(
            new ShelfLifeQuery("MILK", new LocalDate(2026, 3, 9)) { Book = "fifo", Edges = [7, 14] });
        foreach (var bucket in horizon.Value)
        {
            var days = bucket.FromDays is { } from ? $"From {from} days on" : "Expired";
            Console.WriteLine($"{days}: {bucket.Quantity}, {bucket.Value:0.00}");
        }
        #endregion

        Printed.ShouldBe("shelf-life");
    }

    [Fact]
    public async Task Picks_ByExpiry()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=picks.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.ExecuteAsync(new DefineSku("sku:MILK", "MILK") { Tracking = Tracking.Lot }).ShouldSucceed();
        foreach (var (lot, day) in new[] { ("L-20", 20), ("L-05", 5), ("L-12", 12) })
        {
            await inventory.ExecuteAsync(new PostMovement(
                lot, MovementKind.Receipt, new MovementLine("MILK", Quantity.Each(10))
                {
                    To = "SHOP",
                    Lot = lot,
                    Cost = Cost.Zero,
                    Dates = new LotDates { UseBy = new LocalDate(2026, 3, day) },
                })).ShouldSucceed();
        }

        #region snippet: pick
        var plan = await inventory.ProposePicksAsync(
            new PickQuery("MILK", Quantity.Each(14), "SHOP", PickStrategy.Fefo)
            {
                Delivery = new LocalDate(2026, 3, 6),
                Life = new MinimumLife(Days: 3),
            });
        foreach (var pick in plan.Value.Picks)
        {
            Console.WriteLine($"{pick.Quantity} of {pick.Lot} at {pick.Location}");
        }
        #endregion

        Printed.ShouldBe("pick");
    }
}
