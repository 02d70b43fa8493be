using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Facade;

/// <summary>Units without a lot beside others that have one, asked of a running inventory.</summary>
[Capability("LOT-01")]
public sealed class LotRuleTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LateFact_IsCheckedAgainstWhatHasNoLot_InOpenAndClosedBlocks(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new SetLotRules("rules", "MILK", new LotRule(LotUse.Optional)), In("lot", "L1", 500), In("none", null, 2));
        shop.Clock.Advance(Duration.FromHours(1));
        var before = shop.Clock.Now - Duration.FromMinutes(30);

        // Of one SKU more than a block of entries, in which what has no lot is used up and comes back.
        await shop.PostAsync(Out("used", null, 2));
        await shop.PostAsync([.. Enumerable.Range(0, 200).Select(i => Out($"o{i}", "L1", 1))]);
        await shop.PostAsync(In("again", null, 2));

        var late = await shop.Inventory.ExecuteAsync(Out("late", null, 1) with { Effective = before });
        var ofLot = await shop.Inventory.ExecuteAsync(Out("late-lot", "L1", 300) with { Effective = before });

        Assert.Equal((ErrorCodes.Insufficient, "0 ea"), (late.Errors[0].Code, late.Errors[0].Allowed));
        Assert.True(ofLot.Succeeded);
        await shop.PostAsync(Out("now", null, 2));
        Assert.Empty((await shop.Inventory.VerifyAsync()).Findings);
    }

    private static PostMovement In(CommandKey key, string? lot, decimal units) => new(
        key, MovementKind.Receipt,
        new MovementLine("MILK", Quantity.Each(units)) { To = "B1", Lot = lot, Cost = Cost.PerUnit(1) });

    private static PostMovement Out(CommandKey key, string? lot, decimal units) => new(
        key, MovementKind.Issue, new MovementLine("MILK", Quantity.Each(units)) { From = "B1", Lot = lot });
}
