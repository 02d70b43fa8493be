using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Promises;

/// <summary>What must not matter to a reservation: how it is split, in which order, how often it is sent.</summary>
public sealed class ReservationLaws
{
    [Property(MaxTest = 30, Arbitrary = [typeof(Seeds)])]
    public Task Memory_SplittingALine_ChangesNothing(Seed seed) => SameAsync(StoreKind.Memory, seed, Split);

    [Property(MaxTest = 5, Arbitrary = [typeof(Seeds)])]
    public Task Sqlite_SplittingALine_ChangesNothing(Seed seed) => SameAsync(StoreKind.Sqlite, seed, Split);

    [Property(MaxTest = 30, Arbitrary = [typeof(Seeds)])]
    public Task Memory_ReorderingLines_ChangesNothing(Seed seed) => SameAsync(StoreKind.Memory, seed, Reorder);

    [Property(MaxTest = 5, Arbitrary = [typeof(Seeds)])]
    public Task Sqlite_ReorderingLines_ChangesNothing(Seed seed) => SameAsync(StoreKind.Sqlite, seed, Reorder);

    [Property(MaxTest = 30, Arbitrary = [typeof(Seeds)])]
    public Task Memory_RepeatingAKey_ChangesNothing(Seed seed) => RepeatAsync(StoreKind.Memory, seed);

    [Property(MaxTest = 5, Arbitrary = [typeof(Seeds)])]
    public Task Sqlite_RepeatingAKey_ChangesNothing(Seed seed) => RepeatAsync(StoreKind.Sqlite, seed);

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task ClockThatGoesBack_RevivesNoHold(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("stock", 1), new ReserveStock("hold", "NUT", "WH", Quantity.Each(1))
            {
                TimeToLive = Duration.FromMinutes(5),
            });
        shop.Clock.Now += Duration.FromMinutes(5);
        await shop.PostAsync(new ReserveStock("mine", "NUT", "WH", Quantity.Each(1)));

        shop.Clock.Now -= Duration.FromMinutes(4);

        Assert.False((await shop.Inventory.ExecuteAsync(new ConvertReservation("late", "hold"))).Succeeded);
        await using var other = await Shop.ConnectAsync(stores.Connect(), clock: shop.Clock);
        Assert.False((await other.Inventory.ExecuteAsync(new ConvertReservation("later", "hold"))).Succeeded);
        Assert.Equal((1m, 0m), await HeldAsync(other));
    }

    private static async Task<(decimal Held, decimal Available)> HeldAsync(Shop shop)
    {
        var there = (await shop.Inventory.GetAvailabilityAsync(["NUT"])).Single(one => one.Pool == "WH");
        return (there.Held.Amount, there.Available.Amount);
    }

    // Two inventories with the same stock and promises are asked for the same in another form.
    private static async Task SameAsync(
        StoreKind kind, Seed seed, Func<Random, IReadOnlyList<ReservationLine>, List<ReservationLine>> change)
    {
        foreach (var shortage in Enum.GetValues<Shortage>())
        {
            var random = new Random(seed.Number);
            var (before, lines) = (Before(random), Lines(random));
            var reserve = new ReserveStock("asked", lines)
            {
                Shortage = shortage,
                Kind = shortage == Shortage.Backorder ? PromiseKind.Order : PromiseKind.Hold,
            };
            var one = await OutcomeAsync(kind, before, reserve);
            var other = await OutcomeAsync(kind, before, reserve with { Lines = change(random, lines) });
            Assert.Equal(one, other);
        }
    }

    private static async Task RepeatAsync(StoreKind kind, Seed seed)
    {
        foreach (var shortage in Enum.GetValues<Shortage>())
        {
            var random = new Random(seed.Number);
            var (before, lines) = (Before(random), Lines(random));
            var reserve = new ReserveStock("asked", lines) { Shortage = shortage, Kind = PromiseKind.Order };
            Assert.Equal(
                await OutcomeAsync(kind, before, reserve), await OutcomeAsync(kind, before, reserve, reserve, reserve));
        }
    }

    // Whether it was taken, what each SKU and pool got of it, and what is left there.
    private static async Task<string> OutcomeAsync(StoreKind kind, Command[] before, params ReserveStock[] sent)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.Inventory.ExecuteAsync(before);
        var answers = await shop.Inventory.ExecuteAsync(sent);
        var reservation = await shop.Inventory.FindReservationAsync("asked");
        var goods = (reservation?.Goods ?? [])
            .GroupBy(part => (part.Sku, part.Pool)).OrderBy(group => group.Key)
            .Select(group => $"{group.Key}: {group.Sum(part => part.Held.Amount)} held, "
                + $"{group.Sum(part => part.Committed.Amount)} committed, "
                + $"{group.Sum(part => part.Backordered.Amount)} waited for");
        var there = (await shop.Inventory.GetAvailabilityAsync(["NUT", "MILK"]))
            .Select(one => $"{one.Sku} {one.Pool}: {one.Held} {one.Committed} {one.Available}")
            .Order(StringComparer.Ordinal);
        var refused = answers.SelectMany(answer => answer.Errors).Select(error => error.Code).Distinct();
        return string.Join('\n', [.. refused.Select(code => $"{code}"), .. goods, .. there]);
    }

    private static Command[] Before(Random random) =>
    [
        Shop.Receipt("s1", random.Next(1, 8)), Shop.Receipt("s2", random.Next(1, 5), to: "NYC"),
        new ReserveStock("other", "NUT", "WH", Quantity.Each(random.Next(1, 4))),
    ];

    private static List<ReservationLine> Lines(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ReservationLine(
            random.Next(6) == 0 ? "MILK" : "NUT", Quantity.Each(random.Next(1, 6)),
            random.Next(3) == 0 ? "NYC" : "WH")),
    ];

    private static List<ReservationLine> Split(Random random, IReadOnlyList<ReservationLine> lines) =>
    [
        .. lines.SelectMany(line => random.Next(1, (int)line.Quantity.Amount + 1) is var part
            && part < line.Quantity.Amount
            ? [line with { Quantity = Quantity.Each(part) },
                line with { Quantity = Quantity.Each(line.Quantity.Amount - part) }]
            : new[] { line }),
    ];

    private static List<ReservationLine> Reorder(Random random, IReadOnlyList<ReservationLine> lines)
    {
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
