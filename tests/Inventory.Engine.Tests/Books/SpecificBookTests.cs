using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Books;

/// <summary>Cost follows the lot or serial that moves.</summary>
[Capability("VAL-06")]
public sealed class SpecificBookTests
{
    private const string Specific = "specific";

    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("VAL-07")]
    public async Task Issue_OfTheLotThatExpiresFirst_CostsWhatThatLotCost(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("a", "LATE", 10, 2m), In("b", "EARLY", 10, 3m));

        // The lot that expires first came last: cost goes with what was picked, not with what came first.
        var picked = await shop.PostAsync(Out("c", "EARLY", 4));

        Assert.Equal(12m, picked[0].Cost);
        Assert.Equal((38m, 12m), await ValueAsync(shop));
        Assert.Equal(8m, (await shop.Inventory.GetValueAsync(Shop.Fifo, "MILK")).Value.CostOut);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lot_SoldInParts_CostsWhatItCost(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, options => options.CostScale = 2);
        var line = new MovementLine("MILK", Quantity.Each(3)) { To = "B1", Lot = "A", Cost = Cost.Total(10) };
        await shop.PostAsync(new PostMovement("a", MovementKind.Receipt, line));

        var parts = await shop.PostAsync(Out("b", "A", 1), Out("c", "A", 1), Out("d", "A", 1));

        Assert.Equal([3.33m, 3.34m, 3.33m], parts.Select(part => part.Cost!.Value));
        Assert.Equal((0m, 10m), await ValueAsync(shop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Transfer_ThenSale_CostsWhatTheLotCost(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("a", "A", 5, 2m), In("b", "B", 5, 7m));
        var moved = await shop.PostAsync(new PostMovement("c", MovementKind.Transfer,
            new MovementLine("MILK", Quantity.Each(5)) { From = "B1", To = "NYC", Lot = "B" }));

        var sold = await shop.PostAsync(Out("d", "B", 1, from: "NYC"));

        Assert.Null(moved[0].Cost);
        Assert.Equal(7m, sold[0].Cost);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SaleThatIsUndone_BringsItsOwnCostBack(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("a", "A", 2, 2m), In("b", "B", 2, 9m), Out("c", "B", 1));

        await shop.PostAsync(new ReverseMovement("d", "c"));
        Assert.Equal((22m, 9m), await ValueAsync(shop));

        // The customer brings one of the other lot back, worth less than it was.
        await shop.PostAsync(Out("e", "A", 2), new PostMovement("f", MovementKind.Return,
            new MovementLine("MILK", Quantity.Each(1)) { To = "B1", Lot = "A", Cost = Cost.PerUnit(1) }));
        Assert.Equal(1m, (await shop.PostAsync(Out("g", "A", 1)))[0].Cost);
        await shop.PostAsync(new ReverseMovement("h", "b") { Line = 0, Quantity = Quantity.Each(1) });
        Assert.Equal((9m, 23m), await ValueAsync(shop));
        await shop.PostAsync(Out("i", "B", 1));
        Assert.Equal(0m, (await ValueAsync(shop)).Value);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LotWithoutACost_IsRefused_UnlessSomeOfItIsThere(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, isInline: false);
        await shop.PostAsync(In("a", "A", 2, 4m));

        var found = await shop.RefuseAsync(Find("b", "B"));
        Assert.Equal((ErrorCodes.CostMissing, "lines[0].cost"), (found.Code, found.Target));
        var counted = await shop.RefuseAsync(new CountStock("c", "MILK", "B1", Quantity.Each(1)) { Lot = "C" });
        Assert.Equal((ErrorCodes.CostMissing, "cost"), (counted.Code, counted.Target));
        shop.Clock.Advance(Duration.FromHours(2));
        await shop.PostAsync(Out("d", "A", 1));
        var late = await shop.RefuseAsync(Find("e", "A") with { Effective = Shop.Begin + Duration.FromHours(1) });
        Assert.Equal(ErrorCodes.CostMissing, late.Code);

        await shop.PostAsync(
            Find("f", "A"),
            Find("g", "B") with
            {
                Lines = [new MovementLine("MILK", Quantity.Each(1)) { To = "B1", Lot = "B", Cost = Cost.Zero }],
            },
            new CountStock("h", "MILK", "B1", Quantity.Each(1)) { Lot = "C", Cost = Cost.PerUnit(5) });
        Assert.Equal((13m, 4m), await ValueAsync(shop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LateIssue_RestatesItsOwnLotOnly(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("a", "A", 300, 1m), In("b", "B", 300, 2m));
        shop.Clock.Advance(Duration.FromHours(1));
        for (var i = 0; i < 150; i++)
        {
            await shop.PostAsync(Out($"a{i}", "A", 1), Out($"b{i}", "B", 1));
        }

        var late = await shop.PostAsync(
            Out("late", "B", 100) with { Effective = Shop.Begin + Duration.FromMinutes(30) });

        Assert.Null(late[0].Cost);
        Assert.Equal((250m, 650m), await ValueAsync(shop));
        var before = await shop.Inventory.GetValueAsync(Specific, "MILK", Shop.Begin + Duration.FromMinutes(31));
        Assert.Equal(200m, before.Value.CostOut);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task UnitsWithoutALot_AreOneMixture(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        var sold = await shop.PostAsync(Shop.Receipt("a", 1, 2m), Shop.Receipt("b", 1, 4m), Shop.Issue("c", 1));

        Assert.Equal(3m, sold[^1].Cost);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Book_AddedToLots_EqualsOneKeptFromTheStart(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using (var shop = await Shop.OpenAsync(stores.First))
        {
            await FillAsync(shop);
        }

        await using var added = await Shop.ConnectAsync(stores.First, AddBook);
        await using var others = await Stores.CreateAsync(kind);
        await using var start = await Shop.OpenAsync(others.First, AddBook);
        await FillAsync(start);

        Assert.Equal(await ValueAsync(start), await ValueAsync(added));
        await added.VerifyAsync();
        await added.Inventory.RebuildAsync();
        Assert.Equal(await ValueAsync(start), await ValueAsync(added));
        await added.VerifyAsync();

        static void AddBook(InventoryOptions options) =>
            options.Books.Add(new BookOptions { Name = Specific, Method = CostMethod.Specific });
    }

    private static async Task FillAsync(Shop shop)
    {
        for (var i = 0; i < 200; i++)
        {
            await shop.PostAsync(In($"in{i}", $"L{i % 17}", 3, i), Out($"out{i}", $"L{i / 2 % 17}", 1));
        }
    }

    private static Task<Shop> OpenAsync(
        Stores stores, Action<InventoryOptions>? configure = null, bool isInline = true) =>
        Shop.OpenAsync(stores.First, options =>
        {
            options.Books[0].Inline = !isInline;
            options.Books.Add(new BookOptions { Name = Specific, Method = CostMethod.Specific, Inline = isInline });
            configure?.Invoke(options);
        });

    private static async Task<(decimal Value, decimal CostOut)> ValueAsync(Shop shop)
    {
        var value = (await shop.Inventory.GetValueAsync(Specific, "MILK")).GetValueOrThrow();
        return (value.Value, value.CostOut);
    }

    private static PostMovement In(CommandKey key, string lot, decimal quantity, decimal unitCost) => new(
        key, MovementKind.Receipt,
        new MovementLine("MILK", Quantity.Each(quantity)) { To = "B1", Lot = lot, Cost = Cost.PerUnit(unitCost) });

    private static PostMovement Out(CommandKey key, string lot, decimal quantity, string from = "B1") => new(
        key, MovementKind.Issue, new MovementLine("MILK", Quantity.Each(quantity)) { From = from, Lot = lot });

    private static PostMovement Find(CommandKey key, string lot) => new(
        key, MovementKind.Adjustment, new MovementLine("MILK", Quantity.Each(1)) { To = "B1", Lot = lot })
    {
        Reason = "FIX",
    };
}
