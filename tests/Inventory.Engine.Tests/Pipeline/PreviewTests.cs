using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>A preview of commands that build on each other says what executing them would answer.</summary>
[Capability("MOV-01")]
public sealed class PreviewTests
{
    private static readonly Instant Early = Shop.Begin - Duration.FromDays(10);

    private static readonly Dictionary<string, Command[]> Calls = new(StringComparer.Ordinal)
    {
        ["new SKU and place"] =
        [
            new DefineLocation("site", "NEW", LocationKind.Site), new DefineSku("fig", "FIG"),
            Shop.Receipt("r", 5, unitCost: 3, to: "NEW", sku: "FIG"), Shop.Issue("i", 4, "NEW", "FIG"),
            Shop.Issue("too many", 2, "NEW", "FIG"),
        ],
        ["reversal"] =
        [
            Shop.Receipt("r", 5, unitCost: 3),
            new ReverseMovement("part", "r") { Line = 0, Quantity = Quantity.Each(2) },
            new ReverseMovement("rest", "r"), new ReverseMovement("more", "r"), new ReverseMovement("no", "nothing"),
        ],
        ["reversal of what is stored"] =
        [
            new ReverseMovement("u1", "stock"), new ReverseMovement("u2", "stock"),
            new ReverseMovement("u3", "u1"), Shop.Issue("i", 7),
        ],
        ["late facts"] =
        [
            Shop.Receipt("late", 5, unitCost: 2) with { Effective = Early },
            Shop.Issue("i1", 3) with { Effective = Early + Duration.FromDays(1) },
            Shop.Issue("i2", 3) with { Effective = Early + Duration.FromDays(2) },
            Shop.Issue("i3", 2) with { Effective = Early + Duration.FromDays(3) },
            Shop.Issue("i4", 1),
        ],
        ["count"] =
        [
            new CountStock("c", "NUT", "B1", Quantity.Each(6)),
            Shop.Issue("refused", 1) with { Effective = Early + Duration.FromDays(10) },
            Shop.Issue("moved", 1) with
            {
                Effective = Early + Duration.FromDays(10),
                AfterCount = CountedPolicy.Compensate,
            },
            Shop.Issue("rest", 6), Shop.Issue("none", 1),
        ],
        ["promises"] =
        [
            new ReserveStock("h", "NUT", "WH", Quantity.Each(6)), Shop.Issue("promised", 5),
            new ReleaseReservation("l1", "h") { Quantity = Quantity.Each(2) }, Shop.Issue("i", 5),
            new ReleaseReservation("l2", "h"), new ReleaseReservation("l3", "h"),
        ],
        ["repeated keys"] =
        [
            Shop.Receipt("r", 5), Shop.Receipt("r", 5), new ReverseMovement("u", "r"), Shop.Receipt("r", 5),
            new ReverseMovement("u", "r"), Shop.Receipt("r", 6), Shop.Receipt("stock", 10, unitCost: 4),
        ],
    };

    public static TheoryData<string, StoreKind> Names =>
    [
        .. from name in Calls.Keys
           from kind in new[] { StoreKind.Memory, StoreKind.Sqlite }
           select new TheoryDataRow<string, StoreKind>(name, kind),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Preview_OfCommandsThatBuildOnEachOther_IsWhatExecuteAnswers(string name, StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 10, unitCost: 4));
        shop.Clock.Advance(Duration.FromDays(1));

        await CompareAsync(shop, Calls[name]);
        await shop.VerifyAsync();
    }

    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    public Task Preview_OfManyCommands_IsWhatExecuteAnswers_InMemory(Seed seed) => CompareAsync(StoreKind.Memory, seed);

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    public Task Preview_OfManyCommands_IsWhatExecuteAnswers_OnSqlite(Seed seed) => CompareAsync(StoreKind.Sqlite, seed);

    [Fact]
    public async Task Preview_OfAPlace_LeavesNothingBehind()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await Shop.ConnectAsync(stores.First);
        var receipts = Enumerable.Range(0, 300).Select(n => Shop.Receipt($"r{n}", 1, unitCost: 2, to: "NEW"));
        await shop.Inventory.PreviewAsync(
        [
            new DefineSku("nut", "NUT"), new DefineLocation("new", "NEW", LocationKind.Site), .. receipts,
            new ReverseMovement("u", "r1"),
        ]);

        // The number that the previewed place would have had is given to a place of another kind.
        await shop.PostAsync(new DefineLocation("client", "CLIENT", LocationKind.Customer));
        await shop.PostAsync([.. Shop.Definitions]);
        await shop.PostAsync(
            Shop.Receipt("r", 5, unitCost: 2),
            new PostMovement("i", MovementKind.Issue,
                new MovementLine("NUT", Quantity.Each(4)) { From = "B1", To = "CLIENT" }));

        Assert.Equal(2m, (await shop.Inventory.GetValueAsync(Shop.Average, "NUT")).GetValueOrThrow().Value);
        await shop.VerifyAsync();
    }

    private static async Task CompareAsync(StoreKind kind, Seed seed)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        foreach (var (now, commands) in new RandomLedger(LedgerShape.WithLateFacts, seed).Pieces(Shop.Begin, 300))
        {
            shop.Clock.Now = now;
            await CompareAsync(shop, commands);
        }
    }

    private static async Task CompareAsync(Shop shop, IReadOnlyList<Command> commands)
    {
        var before = await shop.TextAsync();
        var previewed = await shop.Inventory.PreviewAsync(commands);
        Assert.Equal(before, await shop.TextAsync());
        var last = (await shop.Inventory.GetAnchorAsync()).Commit;
        Assert.All(previewed.Where(answer => answer.Succeeded), answer => Assert.InRange(answer.Value.Commit, 0, last));

        var answers = await shop.Inventory.ExecuteAsync(commands);
        Assert.Equal(answers.Select(Describe), previewed.Select(Describe));
    }

    private static string Describe(Result<Posted> answer) => answer.Match(
        posted => $"{posted.Key} {posted.Recorded} {posted.AlreadyApplied} {posted.Number} {posted.AtRisk} "
            + string.Join(' ', posted.Entries),
        errors => string.Join(' ', errors));
}
