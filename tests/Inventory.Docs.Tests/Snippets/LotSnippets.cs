using Inventory.Catalog;
using Inventory.Docs.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
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
}
