using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>
/// A command is decided on the history that the one before it made, also when both are sent together, on both stores.
/// </summary>
public sealed class BatchHistoryTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("MOV-03")]
    public async Task Reversal_OfACommandOfTheSameBatch_IsApplied(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);

        await shop.PostAsync(Shop.Receipt("r", 5), new ReverseMovement("u", "r"));

        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("MOV-03")]
    public async Task Reversal_TwiceInOneBatch_IsAppliedOnce(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 5), Shop.Receipt("more", 5));

        var answers = await shop.Inventory
            .ExecuteAsync([new ReverseMovement("u1", "r"), new ReverseMovement("u2", "r")]);

        Assert.True(answers[0].Succeeded);
        Assert.Equal(ErrorCodes.AlreadyReversed, Assert.Single(answers[1].Errors).Code);
        Assert.Equal(5, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Release_OfAReservationOfTheSameBatch_IsApplied(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 5));

        var answers = await shop.Inventory.ExecuteAsync(
            [new ReserveStock("h", "NUT", "WH", Quantity.Each(3)), new ReleaseReservation("l1", "h"),
                new ReleaseReservation("l2", "h") { Quantity = Quantity.Each(1) }]);

        Assert.True(answers[1].Succeeded, answers[1].ToString());
        Assert.Equal(ErrorCodes.ReservationState, Assert.Single(answers[2].Errors).Code);
        Assert.Equal(5, (await shop.Inventory.GetAvailabilityAsync(["NUT"]))[0].Available.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("QTY-02")]
    public async Task Reservation_AfterACountOfAnotherStatus_SeesWhatTheBatchReceived(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("before", 1));

        // The count asks for a balance that is not loaded; the position is, and has changed since.
        await shop.PostAsync(
            Shop.Receipt("r", 1),
            new CountStock("c", "NUT", "B1", Quantity.Each(0)) { Status = StockStatus.Damaged },
            new ReserveStock("h", "NUT", "WH", Quantity.Each(2)));

        Assert.Equal(0, (await shop.Inventory.GetAvailabilityAsync(["NUT"]))[0].Available.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("MOV-08")]
    public async Task LateIssue_CountsOnALateReceiptOfTheSameBatch_AndOnNoMore(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("now", 100));
        shop.Clock.Advance(Duration.FromDays(1));
        var early = Shop.Begin - Duration.FromDays(10);

        var answers = await shop.Inventory.ExecuteAsync(
        [
            Shop.Receipt("late", 5) with { Effective = early },
            Shop.Issue("i1", 3) with { Effective = early + Duration.FromDays(1) },
            Shop.Issue("i2", 3) with { Effective = early + Duration.FromDays(2) },
            Shop.Issue("i3", 2) with { Effective = early + Duration.FromDays(3) },
        ]);

        Assert.Equal([true, true, false, true], answers.Select(answer => answer.Succeeded));
        Assert.Equal(0, await shop.OnHandAsync(new OnHandQuery("NUT") { AsOf = early + Duration.FromDays(3) }));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("VAL-01")]
    public async Task Cost_OfAnIssueAfterALateReceiptOfTheSameBatch_CountsTheLateReceipt(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("dear", 10, unitCost: 9));
        shop.Clock.Advance(Duration.FromDays(1));

        var answers = await shop.PostAsync(
            Shop.Issue("i1", 1),
            Shop.Receipt("cheap", 4, unitCost: 2) with { Effective = Shop.Begin - Duration.FromDays(9) },
            Shop.Issue("i2", 5));

        // A late receipt answers its stated cost; afterwards i1 has taken one of the four cheap units.
        Assert.Equal([9m, 2m * 4, 2m * 3 + 9m * 2], answers.Select(answer => answer.Cost));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("VAL-01")]
    public async Task Costs_WithinOneBatch_RunOnThroughLayersThatAreLoadedInBetween(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        for (var day = 0; day < 20; day++)
        {
            await shop.PostAsync(
                [.. Enumerable.Range(0, 20).Select(i => Shop.Receipt($"r{day}-{i}", 1, unitCost: day + 1))]);
        }

        await shop.Inventory.DisposeAsync();
        await using var again = await Shop.ConnectAsync(stores.First, clock: shop.Clock);
        var answers = await again.PostAsync([.. Enumerable.Range(0, 400).Select(i => (Command)Shop.Issue($"i{i}", 1))]);

        Assert.Equal(Enumerable.Range(0, 400).Select(i => (decimal?)(i / 20 + 1)), answers
            .Select(answer => answer.Cost));
    }
}
