using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.References;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Picking;

/// <summary>Where units are picked, asked of a running inventory.</summary>
public sealed class PickProposalTests
{
    private const string Specific = "specific";
    private static readonly LocalDate _today = new(2021, 1, 10);

    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("LOT-05")]
    public async Task Fefo_PicksWhatGoesFirst_OverTheBinsOfThePool_PastWhatWillHaveExpired(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(
            In("LATE", "B1", 90, 5), In("SOON", "B2", 10, 2), In("SOON", "B1", 10, 1, "again"), In("GONE", "B1", 3, 9),
            In("AWAY", "NYC", 5, 9), In("EVER", "B1", null, 4));

        var plan = await ProposeAsync(shop, 10, PickStrategy.Fefo, delivery: 3);

        Assert.Equal([("B1", "SOON", 1), ("B2", "SOON", 2), ("B1", "LATE", 5), ("B1", "EVER", 2)], Picks(plan));
        Assert.Equal((PickStrategy.Fefo, 0m), (plan.Followed, plan.Missing.Amount));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("LOT-05"), Capability("LOT-06")]
    public async Task WhatIsMissing_IsSplitIntoExpiredAndTooOld(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("GONE", "B1", 3, 4), In("OLD", "B1", 20, 3), In("GOOD", "B1", 40, 2));

        var query = Query(9, PickStrategy.Fefo, 5) with { Life = new MinimumLife(30) };
        var plan = (await shop.Inventory.ProposePicksAsync(query)).GetValueOrThrow();

        Assert.Equal([("B1", "GOOD", 2)], Picks(plan));
        Assert.Equal((7m, 4m, 3m), (plan.Missing.Amount, plan.Expired.Amount, plan.TooOld.Amount));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("LOT-05")]
    public async Task OnlyExpiredStock_IsRefused_WithTheQuantities(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("GONE", "B1", 3, 4));

        var refused = await shop.Inventory.ProposePicksAsync(Query(2, PickStrategy.Fefo, 3));

        var error = Assert.Single(refused.Errors);
        Assert.Equal((ErrorCodes.OnlyExpired, "2 ea"), (error.Code, error.Actual));
        Assert.Contains("4 ea", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("RES-06")]
    public async Task EachStrategy_HasItsOrder_AndSaysWhereItHadNothingToGoBy()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("FIRST", "B1", null, 1), In("HEAP", "B2", null, 8), In("LAST", "B1", null, 2));

        Assert.Equal(["FIRST", "HEAP"], Lots(await ProposeAsync(shop, 3, PickStrategy.Fifo)));
        Assert.Equal(["LAST", "HEAP"], Lots(await ProposeAsync(shop, 3, PickStrategy.Lifo)));
        Assert.Equal(["HEAP"], Lots(await ProposeAsync(shop, 3, PickStrategy.FewestSplits)));
        var fefo = await ProposeAsync(shop, 3, PickStrategy.Fefo);
        Assert.Equal((PickStrategy.Fifo, "FIRST"), (fefo.Followed, fefo.Picks[0].Lot));
        Assert.Equal(PickStrategy.Fifo, (await ProposeAsync(shop, 3, PickStrategy.Nearest)).Followed);
    }

    [Fact]
    [Capability("RES-06")]
    public async Task WhatCannotBeSold_OrIsOfAnotherGrade_IsNotPicked()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        var damaged = In("D", "B1", 50, 5, "damaged");
        var open = In("O", "B1", 50, 3, "open");
        await shop.PostAsync(
            new DefineGrade("grade", "OPEN"),
            damaged with { Lines = [damaged.Lines[0] with { ToStatus = StockStatus.Damaged }] },
            open with { Lines = [open.Lines[0] with { Grade = "OPEN" }] });

        Assert.Equal(4m, (await ProposeAsync(shop, 4, PickStrategy.Fefo)).Missing.Amount);
        var graded = await shop.Inventory.ProposePicksAsync(
            Query(4, PickStrategy.Fefo) with { Grade = "open", Pool = "B2" });
        Assert.Equal([("B1", "O", 3)], Picks(graded.GetValueOrThrow()));
    }

    [Fact]
    [Capability("LOT-06")]
    public async Task WhatIsWrong_IsSaidAllAtOnce()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);

        var refused = await shop.Inventory.ProposePicksAsync(
            new PickQuery("NONE", Quantity.Each(0), "NOWHERE", PickStrategy.Fefo)
            {
                Life = new MinimumLife(-1),
                Grade = "NO",
            });

        Assert.Equal(
            [
                ErrorCodes.InvalidQuantity, ErrorCodes.InvalidPolicy, ErrorCodes.InvalidGrade, ErrorCodes.SkuNotFound,
                ErrorCodes.LocationNotFound,
            ],
            refused.Errors.Select(error => error.Code));
        var halves = await shop.Inventory.ProposePicksAsync(Query(0.5m, PickStrategy.Fefo));
        Assert.Equal(ErrorCodes.InvalidStep, Assert.Single(halves.Errors).Code);
    }

    /// <summary>The lots that expire first leave, and their own cost with them.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("VAL-07")]
    public async Task CostOfWhatIsPickedByExpiry_IsThatOfItsLots(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("LATE", "B1", 90, 5, unitCost: 7), In("SOON", "B2", 10, 2, unitCost: 3));

        var plan = await ProposeAsync(shop, 4, PickStrategy.Fefo);
        await shop.PostAsync(new PostMovement(
            "sold", MovementKind.Issue,
            [
                .. plan.Picks.Select(pick =>
                    new MovementLine("MILK", pick.Quantity) { From = pick.Location, Lot = pick.Lot }),
            ]));

        var value = (await shop.Inventory.GetValueAsync(Specific, "MILK")).GetValueOrThrow();
        Assert.Equal((2 * 3m + 2 * 7m, 3 * 7m), (value.CostOut, value.Value));
    }

    private static Task<Shop> OpenAsync(Stores stores) => Shop.OpenAsync(stores.First, options =>
        options.Books.Add(new BookOptions { Name = Specific, Method = CostMethod.Specific }));

    private static async Task<PickProposal> ProposeAsync(
        Shop shop, decimal quantity, PickStrategy strategy, int delivery = 0) =>
        (await shop.Inventory.ProposePicksAsync(Query(quantity, strategy, delivery))).GetValueOrThrow();

    private static PickQuery Query(decimal quantity, PickStrategy strategy, int delivery = 0) =>
        new("MILK", Quantity.Each(quantity), "WH", strategy) { Delivery = _today.PlusDays(delivery) };

    private static List<(string Place, string? Lot, int Units)> Picks(PickProposal plan) =>
        [.. plan.Picks.Select(pick => (pick.Location, pick.Lot, (int)pick.Quantity.Amount))];

    private static IEnumerable<string?> Lots(PickProposal plan) => plan.Picks.Select(pick => pick.Lot);

    private static PostMovement In(
        string lot, string place, int? days, decimal quantity, string? key = null, decimal unitCost = 1) => new(
        new CommandKey(key ?? lot), MovementKind.Receipt, new MovementLine("MILK", Quantity.Each(quantity))
        {
            To = place,
            Lot = lot,
            Cost = Cost.PerUnit(unitCost),
            Dates = days is { } left ? new LotDates { UseBy = _today.PlusDays(left) } : null,
        });
}
