using Inventory.Engine.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Books;

/// <summary>What is on hand, and its value, by the days until removal.</summary>
[Capability("LOT-12")]
public sealed class ShelfLifeHorizonTests
{
    private const string Specific = "specific";
    private static readonly LocalDate _today = new(2021, 1, 10);

    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lots_AreInTheBucketOfTheirDaysToRemoval(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        int[] days = [-5, 0, 1, 7, 8, 30, 31, 60, 61, 90, 91];
        for (var i = 0; i < days.Length; i++)
        {
            await shop.PostAsync(In($"L{i}", days[i], 1 << i, 1m));
        }

        await shop.PostAsync(In("EVER", null, 4096, 1m));
        var buckets = (await shop.Inventory.GetShelfLifeAsync(new ShelfLifeQuery("MILK", _today))).GetValueOrThrow();

        Assert.Equal(
            [(null, 0), (1, 7), (8, 30), (31, 60), (61, 90), (91, (int?)null)],
            buckets.Select(bucket => (bucket.FromDays, bucket.ThroughDays)));
        Assert.Equal(
            [1m + 2, 4 + 8, 16 + 32, 64 + 128, 256 + 512, 1024 + 4096],
            buckets.Select(bucket => bucket.Quantity.Amount));
        Assert.All(buckets, bucket => Assert.Null(bucket.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Values_FollowTheLotsOfASpecificBook_AndSumToTheValueOfAnyBook(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(
            In("OLD", -1, 3, 2m), In("SOON", 5, 3, 5m), In("LATE", 100, 1, 10m), In("SOLD", 5, 2, 9m));
        await shop.PostAsync(new PostMovement("sold", MovementKind.Issue,
            new MovementLine("MILK", Quantity.Each(2)) { From = "B1", Lot = "SOLD" }));

        var specific = await ValuesAsync(shop, Specific);
        var fifo = await ValuesAsync(shop, Shop.Fifo);

        Assert.Equal([6m, 15m, 0m, 10m], specific);
        var whole = (await shop.Inventory.GetValueAsync(Shop.Fifo, "MILK")).GetValueOrThrow().Value;
        Assert.Equal(whole, fifo.Sum());
        Assert.Equal(0m, fifo[2]);
        Assert.InRange(fifo[0] - fifo[1], -0.01m, 0.01m);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WhatCannotBeAnswered_IsRefusedWithEveryReason(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        var query = new ShelfLifeQuery("MILK", _today);

        Assert.Equal(
            ["edges[0]", "edges[2]"],
            (await shop.Inventory.GetShelfLifeAsync(query with { Edges = [0, 7, 7] })).Errors.Select(e => e.Target));
        Assert.Equal(
            [ErrorCodes.InvalidLotRequired, ErrorCodes.InvalidBuckets],
            (await shop.Inventory.GetShelfLifeAsync(new ShelfLifeQuery("NUT", _today) { Edges = [-1] }))
                .Errors.Select(e => e.Code));
        Assert.Equal(
            [ErrorCodes.SkuNotFound],
            (await shop.Inventory.GetShelfLifeAsync(new ShelfLifeQuery("NONE", _today))).Errors.Select(e => e.Code));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            shop.Inventory.GetShelfLifeAsync(query with { Book = "none" }));
    }

    [Fact]
    public void Edges_AreThoseOfTheTradeUnlessGiven() =>
        Assert.Equal([7, 30, 60, 90], new ShelfLifeQuery("MILK", _today).Edges);

    private static async Task<List<decimal>> ValuesAsync(Shop shop, string book)
    {
        var query = new ShelfLifeQuery("MILK", _today) { Edges = [7, 30], Book = book };
        var buckets = (await shop.Inventory.GetShelfLifeAsync(query)).GetValueOrThrow();
        return [.. buckets.Select(bucket => bucket.Value!.Value)];
    }

    private static Task<Shop> OpenAsync(Stores stores) => Shop.OpenAsync(stores.First, options =>
        options.Books.Add(new BookOptions { Name = Specific, Method = CostMethod.Specific }));

    private static PostMovement In(string lot, int? days, decimal quantity, decimal unitCost) => new(
        lot, MovementKind.Receipt, new MovementLine("MILK", Quantity.Each(quantity))
        {
            To = "B1",
            Lot = lot,
            Cost = Cost.PerUnit(unitCost),
            Dates = days is { } left
                ? new LotDates { UseBy = _today.PlusDays(left), Removal = _today.PlusDays(left) }
                : null,
        });
}
