using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Facade;

[Capability("LOT-02")]
public sealed class SerialLifeTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Life_FollowsTheSerial_FromReceiptToScrap(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        (PostMovement Movement, SerialState After)[] steps =
        [
            (Move("in", MovementKind.Receipt, to: "B1"), SerialState.InStock),
            (Move("over", MovementKind.Transfer, "B1", "NYC"), SerialState.InStock),
            (Move("sold", MovementKind.Issue, "NYC"), SerialState.Shipped),
            (Move("back", MovementKind.Return, to: "B1"), SerialState.Returned),
            (Move("shelf", MovementKind.Transfer, "B1", "B2"), SerialState.Returned),
            (Move("gone", MovementKind.Scrap, "B2"), SerialState.Scrapped),
        ];

        foreach (var (movement, after) in steps)
        {
            await shop.PostAsync(movement);
            var life = await shop.Inventory.FindSerialAsync("phone", " sn-1 ");
            Assert.Equal(
                ("PHONE", "SN-1", after, movement.Kind),
                (life!.Sku, life.Serial, life.State, life.LastMovement.Kind));
        }
    }

    [Fact]
    public async Task Life_GoesBackToTheSupplier_OrIntoProduction_OrNeverBegan()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(
            Move("in", MovementKind.Receipt, to: "B1"), Move("in-2", MovementKind.Receipt, to: "B1", serial: "SN-2"),
            Move("sent", MovementKind.Return, "B1"),
            Move("used", MovementKind.Issue, "B1", "PRODUCTION", "SN-2"),
            new CountStock("looked", "PHONE", "B1", Quantity.Each(0)) { Lot = "SN-3" });

        Assert.Equal(SerialState.SentBack, (await shop.Inventory.FindSerialAsync("PHONE", "SN-1"))!.State);
        Assert.Equal(SerialState.Consumed, (await shop.Inventory.FindSerialAsync("PHONE", "SN-2"))!.State);
        Assert.Equal(SerialState.Created, (await shop.Inventory.FindSerialAsync("PHONE", "SN-3"))!.State);
        Assert.Null(await shop.Inventory.FindSerialAsync("PHONE", "SN-4"));
        Assert.Null(await shop.Inventory.FindSerialAsync("NUT", "SN-1"));
    }

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(new DefineSku("phone", "PHONE") { Tracking = Tracking.Serial });
        return shop;
    }

    private static PostMovement Move(
        string key, MovementKind kind, string? from = null, string? to = null, string serial = "SN-1") => new(
        new CommandKey(key), kind, new MovementLine("PHONE", Quantity.Each(1))
        {
            From = from,
            To = to,
            Lot = serial,
            Cost = to is not null && from is null ? Cost.PerUnit(5) : default,
        })
        {
            Reason = kind == MovementKind.Scrap ? "FIX" : null,
        };
}
