using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>The commands of an atomic call take effect together or not at all, on both stores.</summary>
[Capability("MOV-07")]
public sealed class AtomicCallTests
{
    private static readonly ExecuteOptions Atomic = ExecuteOptions.AllOrNothing;

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Commands_TakeEffectInOneCommit_AndCanBuildOnEachOther(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);

        var answers = await shop.Inventory.ExecuteAsync(
            [Shop.Receipt("r", 5), Shop.Issue("i", 2), new ReserveStock("h", "NUT", "WH", Quantity.Each(3))], Atomic);
        var again = await shop.Inventory.ExecuteAsync([Shop.Receipt("r", 5), Shop.Issue("i", 2)], Atomic);

        Assert.Single(answers.Select(answer => answer.GetValueOrThrow().Commit).Distinct());
        Assert.All(again, answer => Assert.True(answer.GetValueOrThrow().AlreadyApplied));
        Assert.Equal(3, await shop.OnHandAsync());
        Assert.Equal(0, (await shop.Inventory.GetAvailabilityAsync(["NUT"]))[0].Available.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Refusal_OfOne_KeepsAllOut_AndSaysWhichItWas(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("before", 1));

        // What surrounds the call shares its batch.
        var first = shop.Inventory.ExecuteAsync(Shop.Receipt("first", 10));
        var call = shop.Inventory.ExecuteAsync(
            [Shop.Receipt("before", 1), Shop.Issue("i", 4), Shop.Issue("much", 100), Shop.Receipt("r", 7)], Atomic);
        var last = shop.Inventory.ExecuteAsync(Shop.Issue("last", 8));

        Assert.True((await first).Succeeded);
        Assert.True((await last).Succeeded);
        var answers = await call;
        Assert.True(answers[0].GetValueOrThrow().AlreadyApplied);
        Assert.Equal(ErrorCodes.GroupRefused, Assert.Single(answers[1].Errors).Code);
        Assert.Equal(ErrorCodes.Insufficient, Assert.Single(answers[2].Errors).Code);
        Assert.Equal(ErrorCodes.GroupRefused, Assert.Single(answers[3].Errors).Code);
        Assert.Equal(3, await shop.OnHandAsync());

        var corrected = await shop.Inventory.ExecuteAsync(
            [Shop.Issue("i", 1), Shop.Issue("much", 2), Shop.Receipt("r", 7)], Atomic);
        Assert.All(corrected, answer => Assert.False(answer.GetValueOrThrow().AlreadyApplied));
        Assert.Equal(7, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Command_ThatUndoesOrPredatesAnotherOfItsCall_IsNamed(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("before", 9));
        shop.Clock.Now += Duration.FromMinutes(1);

        var undone = await shop.Inventory.ExecuteAsync(
            [Shop.Receipt("r", 5), new ReverseMovement("u", "r"), Shop.Receipt("s", 5)], Atomic);
        var late = await shop.Inventory.ExecuteAsync(
            [Shop.Issue("i", 1), Shop.Issue("late", 1) with { Effective = shop.Clock.Now - Duration.FromTicks(10) }],
            Atomic);

        Assert.Equal(
            [ErrorCodes.GroupRefused, ErrorCodes.InvalidGroup, ErrorCodes.GroupRefused],
            undone.Select(answer => Assert.Single(answer.Errors).Code));
        Assert.Equal(ErrorCodes.InvalidGroup, Assert.Single(late[1].Errors).Code);
        Assert.Equal(9, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task ReleasesAndReversals_OfSeveralCommands_GoTogether(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("r1", 9), Shop.Receipt("r2", 9), new ReserveStock("h1", "NUT", "WH", Quantity.Each(2)),
            new ReserveStock("h2", "NUT", "WH", Quantity.Each(3)));

        var released = await shop.Inventory.ExecuteAsync(
            [new ReleaseReservation("l1", "h1"), new ReleaseReservation("l2", "h2")], Atomic);
        var reversed = await shop.Inventory.ExecuteAsync(
            [new ReverseMovement("u1", "r1"), new ReverseMovement("u2", "r2")], Atomic);
        var twice = await shop.Inventory.ExecuteAsync(
            [new ReleaseReservation("l3", "h1") { Quantity = Quantity.Each(1) }, new ReverseMovement("u3", "r1")], Atomic);

        Assert.Single(released.Concat(released).Select(answer => answer.GetValueOrThrow().Commit).Distinct());
        Assert.Single(reversed.Select(answer => answer.GetValueOrThrow().Commit).Distinct());
        Assert.Equal(
            [ErrorCodes.ReservationState, ErrorCodes.AlreadyReversed],
            twice.Select(answer => Assert.Single(answer.Errors).Code));
        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    /// <summary>What was applied long ago is not tried once more, whatever would come of that today.</summary>
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("MOV-06")]
    public async Task Call_SentAgainMuchLater_IsAnsweredAsItWasThen(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 20));
        shop.Clock.Advance(Duration.FromHours(1));
        var then = shop.Clock.Now;
        Command[] inOrder =
            [Shop.Issue("a", 1) with { Effective = then }, Shop.Issue("b", 1) with { Effective = then }];
        Assert.All(await shop.Inventory.ExecuteAsync(inOrder, Atomic), answer => Assert.True(answer.Succeeded));
        await shop.PostAsync(Shop.Issue("once", 6));
        shop.Clock.Advance(Duration.FromHours(1));
        for (var i = 0; i < 300; i++)
        {
            await shop.PostAsync(Shop.Receipt($"+{i}", 1), Shop.Issue($"-{i}", 1));
        }

        // Together with a call that is refused, which must not speak for its neighbours.
        var refused = shop.Inventory.ExecuteAsync([Shop.Issue("much", 500)], Atomic);
        var again = shop.Inventory.ExecuteAsync(inOrder, Atomic);
        var half = shop.Inventory.ExecuteAsync([Shop.Issue("once", 6), Shop.Issue("new", 12)], Atomic);
        var alone = shop.Inventory.ExecuteAsync(Shop.Receipt("stock", 20));

        Assert.Equal(ErrorCodes.Insufficient, Assert.Single((await refused)[0].Errors).Code);
        Assert.All(await again, answer => Assert.True(answer.GetValueOrThrow().AlreadyApplied));
        Assert.Equal([true, false], (await half).Select(answer => answer.GetValueOrThrow().AlreadyApplied));
        Assert.True((await alone).GetValueOrThrow().AlreadyApplied);
        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task Call_OfTooManyCommands_IsRefusedWhole()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await Shop.OpenAsync(stores.First);

        var answers = await shop.Inventory.ExecuteAsync(
            [.. Enumerable.Range(0, ExecuteOptions.AtomicMax + 1).Select(i => Shop.Receipt($"r{i}", 1))], Atomic);

        Assert.Equal(ExecuteOptions.AtomicMax + 1, answers.Count);
        Assert.All(answers, answer => Assert.Equal(ErrorCodes.InvalidGroup, Assert.Single(answer.Errors).Code));
        Assert.Equal(0, await shop.OnHandAsync());
    }

    // The window of the inline book holds 64 layers: the call uses up several of them.
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("VAL-01")]
    public async Task Issues_ThatUseUpTheBooksWindow_AreCostedToTheEnd(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using (var shop = await Shop.OpenAsync(stores.First))
        {
            await shop.PostAsync([.. Enumerable.Range(1, 300).Select(Command (i) => Shop.Receipt($"r{i}", 1, i))]);
        }

        await using var again = await Shop.ConnectAsync(stores.First);
        var answers = await again.Inventory.ExecuteAsync(
            [.. Enumerable.Range(1, 300).Select(Command (i) => Shop.Issue($"i{i}", 1))], Atomic);

        Assert.Equal(
            Enumerable.Range(1, 300).Select(i => (decimal?)i),
            answers.Select(answer => answer.GetValueOrThrow().Entries[0].Cost));
        await again.VerifyAsync();
    }

    [Property(MaxTest = 6, Arbitrary = [typeof(Seeds)])]
    public async Task Calls_SentTogether_AreAppliedWhollyOrNotAtAll(Seed seed)
    {
        var random = new Random(seed.Number);
        await using var stores = await Stores.CreateAsync(seed.Number % 2 == 0 ? StoreKind.Memory : StoreKind.Sqlite);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 60));
        var calls = Enumerable.Range(0, 60).Select(call => Enumerable.Range(0, random.Next(1, 6)).Select(Command (i) =>
            random.Next(3) == 0 ? Shop.Receipt($"{call}.{i}", random.Next(1, 4))
                : Shop.Issue($"{call}.{i}", random.Next(1, 9))).ToList()).ToList();

        var answers = await Task.WhenAll(calls.Select(call => Task.Run(
            () => shop.Inventory.ExecuteAsync(call, Atomic))));

        Assert.All(answers, call => Assert.Single(call.Select(answer => answer.Succeeded).Distinct()));
        Assert.All(answers.Where(call => call[0].Succeeded), call =>
            Assert.Single(call.Select(answer => answer.GetValueOrThrow().Commit).Distinct()));
        Assert.Contains(answers, call => !call[0].Succeeded);
        var applied = await shop.Inventory.ReadChangesAsync().Select(change => change.Key.Text).ToListAsync();
        Assert.Equal(
            answers.SelectMany((call, i) => call[0].Succeeded ? calls[i].Select(each => each.Key.Text) : [])
                .Order(StringComparer.Ordinal),
            applied.Where(key => key.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await shop.VerifyAsync();
    }
}
