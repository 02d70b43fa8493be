using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Substitutes;
using Inventory.TestSupport;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Every refusal that a decision can give is produced here at least once.</summary>
[Capability("CAT-11")]
[Capability("CAT-16")]
[Capability("MOV-09")]
[Capability("MOV-10")]
[Capability("MOV-18")]
[Capability("MOV-19")]
[Capability("MOV-20")]
public sealed class RefusalTests
{
    /// <summary>
    /// Given by the engine, before or after a decision, or by look-ups that no command makes yet; each has a test of
    /// its own.
    /// </summary>
    private static readonly ErrorCode[] OfTheEngine =
        [ErrorCodes.IdempotencyMismatch, ErrorCodes.InvalidGroup, ErrorCodes.GroupRefused, ErrorCodes.Busy,
            ErrorCodes.InvalidIncrement, ErrorCodes.InvalidBuckets, ErrorCodes.NoSource];

    /// <summary>What is no command at all, see the tests of the codec.</summary>
    private static readonly ErrorCode OfTheCodec = ErrorCodes.InvalidCommand;

    private static readonly Dictionary<ErrorCode, Func<World, Command>> Producers = new()
    {
        [ErrorCodes.InvalidKey] = world => world.Receipt("NUT", 1) with { Key = default },
        [ErrorCodes.InvalidCode] = world => new DefineSku(world.Key(), "  "),
        [ErrorCodes.InvalidField] = world => new DefineSku(world.Key(), "A") { Name = new string('n', 401) },
        [ErrorCodes.InvalidCheckDigit] = world =>
            new AddIdentifier(world.Key(), "NUT", IdentifierKind.Gtin, "4006381333932"),
        [ErrorCodes.InvalidConversion] = world => world.Count("NUT", 1) with { Seen = new Quantity(1, "kg") },
        [ErrorCodes.InvalidQuantity] = world => world.Issue("NUT", 0),
        [ErrorCodes.InvalidStep] = world => world.Issue("NUT", 2.5m),
        [ErrorCodes.InvalidCost] = world => world.Receipt("NUT", 1, total: decimal.MaxValue),
        [ErrorCodes.InvalidTree] = world => new DefineLocation(world.Key(), "NEW", LocationKind.Site, "B1"),
        [ErrorCodes.InvalidLocation] = world => world.Receipt("NUT", 1, "ZONE"),
        [ErrorCodes.InvalidMovement] = world => world.Transfer("NUT", 1, "B1", "B1"),
        [ErrorCodes.InvalidForServiceItem] = world => world.Receipt("REPAIR", 1),
        [ErrorCodes.InvalidLotRequired] = world => world.Receipt("MILK", 1),
        [ErrorCodes.InvalidLotForbidden] = world => world.Receipt("NUT", 1, lot: "L1"),
        [ErrorCodes.InvalidDates] = world => new SetShelfLife(world.Key(), "MILK", new ShelfLife(0)),
        [ErrorCodes.LotTransition] = world =>
        {
            world.Post(world.Receipt("MILK", 1, lot: "L1"));
            return new ChangeLotStatus(world.Key(), "MILK", "L1", LotStatus.Released);
        },
        [ErrorCodes.LotBlocked] = world =>
        {
            world.Post(world.Receipt("MILK", 1, lot: "L1"));
            world.Post(new ChangeLotStatus(world.Key(), "MILK", "L1", LotStatus.OnHold));
            return world.Issue("MILK", 1, lot: "L1");
        },
        [ErrorCodes.InvalidSerialRange] = world => world.Receipt("NUT", 1) with
        {
            Lines = [new MovementLine("NUT", Quantity.Each(1)) { To = "B1", Cost = Cost.Zero, Serials = [new("S1")] }],
        },
        [ErrorCodes.Capacity] = world =>
        {
            world.Post(new SetCapacity(world.Key(), "B1", new BinCapacity { Units = 2 }));
            return world.Receipt("NUT", 3);
        },
        [ErrorCodes.InvalidReason] = world => world.Scrap("NUT", 1) with { Reason = null },
        [ErrorCodes.InvalidReference] = world =>
            world.Receipt("NUT", 1) with { Document = new SourceDocument("order", "1", "http://[") },
        [ErrorCodes.InvalidTime] = world => world.Receipt("NUT", 1) with { Effective = Times.Minute(10) },
        [ErrorCodes.InvalidPolicy] = world =>
            new DefineChannel(world.Key(), "WEB") { Selling = new SellingRule { BufferShare = 1.1m } },
        [ErrorCodes.InvalidVariant] = world => new DefineVariants(world.Key(), "TEE", new VariantAxis("size")),
        [ErrorCodes.InvalidGrade] = world =>
            world.Movement(MovementKind.Issue, World.Line("NUT", 1, "B1") with { Grade = "NONE" }),
        [ErrorCodes.InvalidForKit] = world =>
        {
            world.Post(new DefineSku(world.Key(), "KIT"));
            world.Post(new SetComponents(world.Key(), "KIT", new KitPart("NUT", Quantity.Each(2))));
            return world.Receipt("KIT", 1);
        },
        [ErrorCodes.InvalidPack] = world => new SetPacks(world.Key(), "NUT", new Pack("case", PackLevel.Case, 0, "ea")),
        [ErrorCodes.InvalidKitQuantity] = world =>
            new SetComponents(world.Key(), "DRAFT", new KitPart("NUT", Quantity.Each(0))),
        [ErrorCodes.InvalidKitCycle] = world =>
            new SetComponents(world.Key(), "DRAFT", new KitPart("DRAFT", Quantity.Each(1))),
        [ErrorCodes.InvalidSubstitution] = world =>
            new SetSubstitutes(world.Key(), "NUT", new SubstituteLine("NUT", Ratio.One)),
        [ErrorCodes.KitHasStock] = world =>
        {
            world.Post(world.Receipt("NUT", 1));
            return new SetComponents(world.Key(), "NUT", new KitPart("PHONE", Quantity.Each(1)));
        },
        [ErrorCodes.PackHasStock] = world =>
        {
            world.Post(new SetPacks(world.Key(), "NUT", new Pack("case", PackLevel.Case, 10, "ea")));
            world.Post(world.Receipt("NUT", 1));
            return new SetPacks(world.Key(), "NUT", new Pack("case", PackLevel.Case, 12, "ea"));
        },
        [ErrorCodes.VariantHasStock] = world =>
        {
            world.Post(new DefineVariants(
                world.Key(), "TEE", new VariantAxis("size", "S", "M"), new VariantAxis("colour", "red")));
            world.Post(new SetVariant(world.Key(), "NUT", "TEE", new("size", "S"), new("colour", "red")));
            world.Post(new SetVariant(world.Key(), "RICE", "TEE", new("size", "M"), new("colour", "red")));
            world.Post(world.Receipt("NUT", 1));
            world.Post(world.Receipt("RICE", 1));
            return new DefineVariants(world.Key(), "TEE", new VariantAxis("colour", "red")) { Replaces = true };
        },
        [ErrorCodes.CodeNotFound] = world => new DefineCategory(world.Key(), "TEES", "NONE"),
        [ErrorCodes.SkuNotFound] = world => world.Receipt("NONE", 1),
        [ErrorCodes.LocationNotFound] = world => world.Receipt("NUT", 1, "NOWHERE"),
        [ErrorCodes.LotNotFound] = world => world.Issue("MILK", 1, lot: "NONE"),
        [ErrorCodes.CommandNotFound] = world => new ReverseMovement(world.Key(), "nobody"),
        [ErrorCodes.ReservationNotFound] = world => new ReleaseReservation(world.Key(), "nobody"),
        [ErrorCodes.DuplicateCode] = world => new DefineSku(world.Key(), "nut"),
        [ErrorCodes.AmbiguousIdentifier] = world =>
        {
            world.Post(new AddIdentifier(world.Key(), "NUT", IdentifierKind.Barcode, "4711"));
            return new AddIdentifier(world.Key(), "RICE", IdentifierKind.Barcode, "4711");
        },
        [ErrorCodes.Lifecycle] = world => world.Receipt("DRAFT", 1),
        [ErrorCodes.Version] = world => world.Movement(
            MovementKind.Receipt, World.Line("NUT", 1, to: "B1") with { Cost = Cost.Zero, ExpectedVersion = 1 }),
        [ErrorCodes.ActorRequired] = world => world.Receipt("NUT", 1) with { Stamp = null },
        [ErrorCodes.SerialState] = world => world.Receipt("PHONE", 2, lot: "S1"),
        [ErrorCodes.LotDates] = world => world.Movement(
            MovementKind.Receipt,
            [
                .. new[] { 1, 2 }.Select(day => World.Line("MILK", 1, to: "B1") with
                {
                    Lot = "A", Cost = Cost.Zero, Dates = new LotDates { UseBy = new LocalDate(2030, 1, day) },
                }),
            ]),
        [ErrorCodes.CostMissing] = world => world.Movement(MovementKind.Receipt, World.Line("NUT", 1, to: "B1")),
        [ErrorCodes.AlreadyReversed] = world =>
        {
            var receipt = world.Receipt("NUT", 1);
            world.Post(receipt);
            world.Post(world.Reverse(receipt));
            return world.Reverse(receipt);
        },
        [ErrorCodes.Insufficient] = world => world.Issue("NUT", 1),
        [ErrorCodes.Counted] = world =>
        {
            world.Post(world.Count("NUT", 5));
            return world.Receipt("NUT", 1) with { Effective = Times.Minute(-1) };
        },
        [ErrorCodes.Owner] = world => world.WithOwner()
            .Movement(MovementKind.Issue, World.Line("NUT", 1, "B1") with { Owner = "ACME" }),
        [ErrorCodes.ControlTotal] = world => world.Movement(
            MovementKind.Opening, World.Line("NUT", 4, to: "B1") with { Cost = Cost.Zero }) with
        { ControlTotal = 5 },
        [ErrorCodes.ReservationState] = world =>
        {
            world.Post(world.Receipt("NUT", 5));
            var reserve = new ReserveStock(world.Key(), "NUT", "WH", Quantity.Each(5));
            world.Post(reserve);
            return new ReleaseReservation(world.Key(), reserve.Key) { Quantity = Quantity.Each(6) };
        },
        [ErrorCodes.OverReceipt] = world =>
        {
            world.Post(world.Receipt("NUT", 5));
            var transfer = new DispatchTransfer(world.Key(), "SHOP", World.Line("NUT", 5, "B1"));
            world.Post(transfer);
            return new ReceiveTransfer(world.Key(), transfer.Key, new ArrivalLine(0, Quantity.Each(6)));
        },
        [ErrorCodes.Frozen] = world =>
        {
            world.Post(new FreezeLocation(world.Key(), "WH", "anna"));
            return world.Receipt("NUT", 1);
        },
        [ErrorCodes.NotFrozen] = world => new UnfreezeLocation(world.Key(), "WH"),
        [ErrorCodes.InvalidTtl] = world => Reserve(world) with { TimeToLive = NodaTime.Duration.Zero },
        [ErrorCodes.InvalidReservation] = world => Reserve(world) with { Lines = [] },
        [ErrorCodes.BackorderForbidden] = world =>
        {
            world.Post(new SetSelling(
                world.Key(), "NUT", new SellingLine(new SellingRule { Backorders = false })));
            return Reserve(world) with
            {
                Kind = PromiseKind.Order,
                Shortage = Shortage.Backorder,
                Lines = [new ReservationLine("NUT", Quantity.Each(6), "WH")],
            };
        },
        [ErrorCodes.OnlyExpired] = world =>
        {
            world.Post(world.Movement(MovementKind.Receipt, World.Line("MILK", 1, to: "B1") with
            {
                Lot = "A",
                Cost = Cost.Zero,
                Dates = new LotDates { UseBy = new LocalDate(2000, 1, 1) },
            }));
            world.Post(world.Movement(MovementKind.Receipt, World.Line("MILK", 1, to: "B2") with
            {
                Lot = "B",
                Cost = Cost.Zero,
            }));
            var order = Order(world, "MILK", 1);
            return new AllocateReservation(world.Key(), order)
            {
                Goods = [new AllocationLine("MILK", Quantity.Each(1), "B1") { Lot = "A" }],
            };
        },
        [ErrorCodes.Priority] = world =>
        {
            world.Post(world.Receipt("NUT", 9));
            var (first, second) = (Order(world, "NUT", 1), Order(world, "NUT", 1));
            return new ReallocateReservation(world.Key(), first, second, "NUT");
        },
        [ErrorCodes.Picked] = world =>
        {
            world.Post(world.Receipt("NUT", 9));
            var (first, second) = (Order(world, "NUT", 1), Order(world, "NUT", 1, priority: 1));
            world.Post(world.Movement(
                MovementKind.Transfer, World.Line("NUT", 1, "B1", "B2") with { Reservation = first }));
            return new ReallocateReservation(world.Key(), first, second, "NUT");
        },
        [ErrorCodes.ForeignHolder] = world =>
        {
            var reserve = Reserve(world) with { Holder = "cart" };
            world.Post(reserve);
            return new ReleaseReservation(world.Key(), reserve.Key) { Holder = "another cart" };
        },
    };

    private static CommandKey Order(World world, string sku, int units, int priority = 0)
    {
        var order = new ReserveStock(world.Key(), sku, "WH", Quantity.Each(units))
        {
            Kind = PromiseKind.Order,
            Priority = priority,
        };
        world.Post(order);
        return order.Key;
    }

    private static ReserveStock Reserve(World world)
    {
        world.Post(world.Receipt("NUT", 5));
        return new ReserveStock(world.Key(), "NUT", "WH", Quantity.Each(5));
    }

    public static TheoryData<string> Names => new(Producers.Keys.Select(code => code.Name));

    [Fact]
    public void EveryCode_HasAProducerOrIsTheEnginesOrTheCodecs() =>
        Assert.Equal(
            ErrorCodes.All,
            Producers.Keys.Concat(OfTheEngine).Append(OfTheCodec).OrderBy(code => code.Precedence));

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_IsProducedAloneAndLeavesNoTrace(string name)
    {
        var (code, producer) = Producers.Single(pair => pair.Key.Name == name);
        var world = WorldFor(code);
        var command = producer(world);
        var (commits, entries) = (world.Ledger.State.LastCommit, world.Ledger.Entries.Values.Sum(list => list.Count));

        var error = world.Refuse(command, code);

        Assert.False(string.IsNullOrWhiteSpace(error.Target));
        Assert.Matches("^[^\\s].*\\.$", error.Message);
        Assert.Equal((commits, entries),
            (world.Ledger.State.LastCommit, world.Ledger.Entries.Values.Sum(list => list.Count)));
        Assert.Equal(code, world.Refuse(command, code).Code);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Errors_AreTheSameInEveryCulture(string culture)
    {
        var expected = Producers.Select(Errors).ToList();

        Assert.Equal(expected, Cultures.Run(culture, () => Producers.Select(Errors).ToList()));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void NumbersInErrors_AreTheSameInEveryCulture(string culture)
    {
        var world = new World();
        world.Post(world.Receipt("RICE", 1_234_567.891m));
        var commands = new List<Command>
        {
            world.Issue("RICE", 7_654_321.5m),
            world.Issue("RICE", -1_000.5m),
            world.Movement(MovementKind.Issue, World.Line("NUT", 1, "B1") with { ExpectedVersion = -1 }),
            world.Movement(MovementKind.Opening, World
                .Line("RICE", 1, to: "B1") with { Cost = Cost.Zero }) with { ControlTotal = -1.5m },
            new DefineLocation(world.Key(), "X", LocationKind.Site) { NegativeLimit = -1 },
            new AddIdentifier(world.Key(), "NUT", IdentifierKind.Alias, "A") { ValidTo = new NodaTime
                .LocalDate(1969, 1, 1) },
            world.Reverse(world.Receipt("NUT", 1), -1),
        };

        var expected = commands.SelectMany(command => world.Harness.Refuse(command)).ToList();

        Assert.Equal(expected, Cultures
            .Run(culture, () => commands.SelectMany(command => world.Harness.Refuse(command)).ToList()));
    }

    private static string Errors(KeyValuePair<ErrorCode, Func<World, Command>> pair)
    {
        var world = WorldFor(pair.Key);
        return string.Join("; ", world.Harness.Refuse(pair.Value(world)));
    }

    private static World WorldFor(ErrorCode code) =>
        new(new HarnessOptions(RequireActor: code == ErrorCodes.ActorRequired));
}
