using Inventory.Catalog;
using Inventory.Commands;
using Inventory.CrashWorker;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Substitutes;
using Inventory.Variants;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Inventory.Sqlite.Tests.Corruption;

/// <summary>A small ledger with at least two rows in every table but those that have one row by nature.</summary>
internal static class CompleteLedger
{
    private static readonly Stamp _stamp = new("anna", "till-1", "shop");
    private static readonly SourceDocument _order = new("order", "4711", "https://example.org/4711");

    public static async Task BuildAsync(string path)
    {
        await using var store = SharedLedger.Store(path);
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        await SendAsync(inventory, MasterData());
        await SendAsync(inventory, Details());
        await SendAsync(inventory, Lots());
        await SendAsync(inventory, Promises());
        foreach (var chunk in Traffic().Chunk(60))
        {
            await SendAsync(inventory, chunk);
        }

        // Late: into closed blocks, behind a reversal that took from the middle of the queue.
        await SendAsync(
            inventory, [Receipt("late-1", "MANY", 7, Ago(hours: 400)), Issue("late-2", "MANY", 1, Ago(hours: 3))]);
        await SendAsync(inventory, [Late("late-3", 2, Ago(hours: 400)), Late("late-4", 3, Ago(hours: 300))]);
        await LeaveInInboxAsync(inventory, path);
        var report = await inventory.VerifyAsync();
        Assert.Empty(report.Findings);
    }

    // Refused ones, which stay: what waits would be applied by whoever opens the ledger next.
    private static async Task LeaveInInboxAsync(IInventory inventory, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        using var transaction = connection.BeginTransaction();
        await inventory.EnqueueAsync(
            transaction,
            [
                new ReserveStock("left-1", "NEVER", "SHOP", Quantity.Each(1)),
                new ReleaseReservation(new CommandKey("left-2", "web"), "nobody"),
                Issue("left-3", "FEW", 999, Ago(hours: 1)),
            ]);
        await transaction.CommitAsync();
        Assert.Equal(new InboxRun(0, 3), await inventory.ApplyInboxAsync());
    }

    private static Command[] MasterData() =>
    [
        new DefineLocation("shop", "SHOP", LocationKind.Site) { Name = "The shop" },
        new DefineLocation("store", "STORE", LocationKind.Site)
        {
            TimeZone = "Europe/London", Address = new BinAddress { Walk = 1 },
        },
        new DefineLocation("annex", "ANNEX", LocationKind.Site),
        new FreezeLocation("frozen", "ANNEX", "anna", FreezePurpose.Audit)
        {
            Until = Instant.FromUtc(2099, 1, 1, 0, 0),
        },
        new DefineLocation("bin-1", "BIN-1", LocationKind.Bin, "STORE"),
        new DefineLocation("bin-2", "BIN-2", LocationKind.Bin, "STORE"),
        new SetCapacity("capacity", "BIN-1", new BinCapacity { Units = 50, Grams = 900 }),
        new SetAddress("address", "ANNEX", new BinAddress { Walk = 2, XMillimetres = 500 }),
        new DefineReason("broken", "BROKEN", ReasonDirection.Both) { Name = "Broken", Account = "6000" },
        new DefineReason("found", "FOUND", ReasonDirection.Both) { Name = "Found", Account = "6001" },
        .. CodeLists(),
        new DefineSku("sku:MANY", "MANY")
        {
            Name = "Sold often",
            Conversions =
            [
                new UnitConversion("case", "ea", new Ratio(12, 1)),
                    new UnitConversion("pallet", "case", new Ratio(40, 1)),
            ],
        },
        new DefineSku("sku:FEW", "FEW"),
        new DefineSku("sku:LOTS", "LOTS") { Tracking = Tracking.Lot },
        new DefineSku("sku:SERIALS", "SERIALS") { Tracking = Tracking.Serial },
        new DefineSku("sku:NEVER", "NEVER"),
        new AddIdentifier("id:1", "MANY", IdentifierKind.Barcode, "many-1")
        {
            Unit = "case",
            ValidTo = new LocalDate(2026, 6, 30),
        },
        new AddIdentifier("id:2", "FEW", IdentifierKind.Alias, "few-1") { ValidFrom = new LocalDate(2026, 1, 1) },
        new AddIdentifier("id:3", "FEW", IdentifierKind.Gtin, "4006381333931"),
    ];

    private static Command[] CodeLists() =>
    [
        new DefineCategory("cat:1", "GOODS"),
        new DefineCategory("cat:2", "TEES", "GOODS")
        {
            Name = "Tees",
            Thresholds = [new ThresholdLine(new ThresholdSet { ReorderPoint = 10, LeadTimeDays = 7 }, "SHOP")],
        },
        new DefineGrade("grade:1", "OPEN-BOX") { Name = "Open box" },
        new DefineGrade("grade:2", "B") { Name = "Scratched" },
        new DefineOwner("owner:1", "ACME") { Name = "Acme" },
        new DefineOwner("owner:2", "BOLT"),
        new DefineChannel("channel:1", "WEB") { Selling = new SellingRule { BufferShare = 0.1m, BufferUnits = 2 } },
        new DefineChannel("channel:2", "TILL"),
        new DefineVariants("variants:1", "TEE", new VariantAxis("size", "S", "M"), new VariantAxis("colour", "red")),
        new DefineVariants("variants:2", "CAP", new VariantAxis("size", "one")),
        new DefineVariants("variants:3", "CAP", new VariantAxis("size", "one", "two")) { Replaces = true },
    ];

    // The first SKU, the one in the middle and the last are those that edits are tried on.
    private static Command[] Details() =>
    [
        new SetCategory("details:1", "MANY", "TEES"),
        new SetVariant("details:2", "MANY", "CAP", new VariantValue("size", "one")),
        new SetPacks("details:3", "LOTS", new Pack("crate", PackLevel.Case, 6, "ea") { WeightGrams = 900 }),
        new SetSubstitutes("details:4", "LOTS", new SubstituteLine("FEW", new Ratio(2, 1))),
        new SetVariant("details:5", "LOTS", "CAP", new VariantValue("size", "two")),
        new SetComponents("details:6", "NEVER", new KitPart("FEW", Quantity.Each(2))),
        new SetSelling("details:7", "NEVER", new SellingLine(new SellingRule { OversellLimit = 3 }, "WEB")),
        new SetThresholds("details:8", "NEVER", new ThresholdLine(new ThresholdSet { Minimum = 1.5m })),
        new SetMeasures("details:10", "FEW", new SkuMeasures(1_500, 2_000)),
        new SetShelfLife("details:9", "LOTS", new ShelfLife(300, 10, 20)),
    ];

    private static Command[] Lots() =>
    [
        .. new[] { "LOT-A", "LOT-B" }.Select((lot, i) =>
            Dated(Receipt($"lot:{lot}", "LOTS", 10, Ago(hours: 500), lot), days: 100 + i)),
        .. new[] { "S-1", "S-2", "S-3" }
            .Select(serial => Receipt($"serial:{serial}", "SERIALS", 1, Ago(hours: 500), serial)),
        Issue("lot-out", "LOTS", 4, Ago(hours: 100), "LOT-A"),
        new ChangeLotStatus("lot-hold", "LOTS", "LOT-B", LotStatus.OnHold),
        Issue("serial-out", "SERIALS", 1, Ago(hours: 100), "S-2"),
        Receipt("few", "FEW", 20, Ago(hours: 200)) with { Stamp = _stamp, Document = _order },
        Issue("few-out", "FEW", 3, Ago(hours: 90)) with
        {
            Stamp = new Stamp("ben"),
            Document = new SourceDocument("order", "4712"),
        },
        new PostMovement("few-scrap", MovementKind.Scrap, new MovementLine("FEW", Quantity.Each(1)) { From = "SHOP" })
        {
            Reason = "BROKEN",
        },
        new PostMovement(
            "few-move", MovementKind.Transfer,
            new MovementLine("FEW", Quantity.Each(5)) { From = "SHOP", To = "STORE", DocumentLine = 3 }),
        new PostMovement(
            "few-bins", MovementKind.Transfer,
            new MovementLine("FEW", Quantity.Each(2)) { From = "STORE", To = "BIN-1" },
            new MovementLine("FEW", Quantity.Each(1)) { From = "STORE", To = "BIN-2" }),
        new ReverseMovement("few-back", "few-out"),
        new CountStock("few-count", "FEW", "SHOP", Quantity.Each(9)),
        new CountStock("few-count-2", "FEW", "STORE", Quantity.Each(2)),
    ];

    private static Command[] Promises() =>
    [
        new ReserveStock("hold-1", "FEW", "SHOP", Quantity.Each(2)),
        new ReserveStock("hold-4", "FEW", "SHOP", Quantity.Each(1))
        {
            Holder = "cart", TimeToLive = Duration.FromDays(30), NeededBy = new LocalDate(2026, 2, 1),
        },
        new ReserveStock("dated-1", "LOTS", "SHOP", Quantity.Each(1)) { NeededBy = Day(40) },
        new ReserveStock("dated-2", "LOTS", "SHOP", Quantity.Each(2))
        {
            NeededBy = Day(50), TimeToLive = Duration.FromDays(30),
        },
        new ReserveStock("hold-2", "FEW", "SHOP", Quantity.Each(1)) { Stamp = _stamp },
        new ReserveStock("hold-3", "FEW", "STORE", Quantity.Each(1)),
        new ReleaseReservation("release-2", "hold-2"),
        new ReserveStock("order-1", "FEW", "SHOP", Quantity.Each(5_000))
        {
            Kind = PromiseKind.Order, Priority = 2, Shortage = Shortage.Backorder,
        },
        new ReserveStock("order-2", "LOTS", "SHOP", Quantity.Each(2)) { Kind = PromiseKind.Order, NeededBy = Day(20) },
        new AllocateReservation("bound-2", "order-2"),
        new AllocateReservation("bound-1", "order-1")
        {
            Goods = [new AllocationLine("FEW", Quantity.Each(3), "SHOP")],
        },
    ];

    private static PostMovement Dated(PostMovement receipt, int days) => receipt with
    {
        Lines =
        [
            receipt.Lines[0] with
            {
                Dates = new LotDates { Produced = Day(-30), UseBy = Day(days + 5), Removal = Day(days) },
            },
        ],
    };

    private static LocalDate Day(int days) => TickingClock.Start.InUtc().Date.PlusDays(days);

    // 420 entries of one SKU; some receipts are reversed once later ones wait in the queue behind them.
    private static IEnumerable<Command> Traffic()
    {
        foreach (var name in new[] { "away-1", "away-2" })
        {
            yield return Receipt($"{name}-in", "MANY", 9, Ago(minutes: 9_900));
            yield return new DispatchTransfer(
                name, "STORE", new MovementLine("MANY", Quantity.Each(7)) { From = "SHOP" })
            {
                Effective = Ago(minutes: 9_800),
            };
            yield return new ReceiveTransfer($"{name}-part", name, new ArrivalLine(0, Quantity.Each(3)))
            {
                Effective = Ago(minutes: 9_700),
            };
        }

        for (var i = 0; i < 200; i++)
        {
            var place = i % 3 == 0 ? "STORE" : "SHOP";
            yield return Receipt($"r{i}", "MANY", 5 + i % 4, Ago(minutes: 9_000 - 40 * i), place: place);
            yield return Issue($"i{i}", "MANY", 1 + i % 3, Ago(minutes: 8_990 - 40 * i), place: place);
            if (i % 20 == 19)
            {
                yield return new ReverseMovement($"rr{i}", $"r{i - 3}") { Effective = Ago(minutes: 8_980 - 40 * i) };
                yield return new ReverseMovement($"ri{i}", $"i{i - 1}") { Effective = Ago(minutes: 8_970 - 40 * i) };
            }
        }
    }

    // Its place was counted since.
    private static PostMovement Late(string key, int quantity, Instant effective) =>
        Receipt(key, "FEW", quantity, effective) with { AfterCount = CountedPolicy.Compensate };

    private static PostMovement Receipt(
        string key, string sku, int quantity, Instant effective, string? lot = null, string place = "SHOP")
    {
        var cost = Cost.PerUnit(1 + quantity / 10m);
        var line = new MovementLine(sku, Quantity.Each(quantity)) { To = place, Lot = lot, Cost = cost };
        return new PostMovement(key, MovementKind.Receipt, line) { Effective = effective };
    }

    private static PostMovement Issue(
        string key, string sku, int quantity, Instant effective, string? lot = null, string place = "SHOP")
    {
        var line = new MovementLine(sku, Quantity.Each(quantity)) { From = place, Lot = lot };
        return new PostMovement(key, MovementKind.Issue, line) { Effective = effective };
    }

    private static Instant Ago(int hours = 0, int minutes = 0) =>
        TickingClock.Start - Duration.FromMinutes(60 * hours + minutes);

    private static async Task SendAsync(IInventory inventory, IReadOnlyList<Command> commands)
    {
        foreach (var answer in await inventory.ExecuteAsync(commands))
        {
            answer.GetValueOrThrow();
        }
    }
}
