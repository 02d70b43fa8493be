using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>Turns steps into commands about a small business, most of them possible and some not.</summary>
internal sealed partial class Story
{
    private const int Kinds = 48;

    /// <summary>A SKU and a place that somebody may define while the story goes on, and use before that.</summary>
    private const string LaterSku = "later", LaterPlace = "ANNEX";

    public static readonly string[] Skus =
        ["plain", "lots", "serials", "weighed", "plain", "lots", "plain", "weighed", "plain", "plain", LaterSku];

    public static readonly string[] Places =
        ["MAIN", "BIN-1", "BIN-2", "EAST", "OPEN", "LIMITED", "MAIN", "BIN-1", "MAIN", "TRANSIT", "MAIN", LaterPlace];

    public static readonly string[] Lots = ["l-1", "L-2", "l-3"];

    private readonly List<Command> _told = [];
    private readonly List<CommandKey> _movements = [];
    private readonly List<CommandKey> _reservations = [];
    private readonly List<CommandKey> _transfers = [];
    private readonly Dictionary<CommandKey, DispatchTransfer> _dispatched = [];
    private readonly Dictionary<CommandKey, ReserveStock> _reserved = [];

    public static IReadOnlyList<Command> Setting =>
    [
        new DefineLocation("p1", "MAIN", LocationKind.Site),
        new DefineLocation("p2", "BIN-1", LocationKind.Bin, "MAIN"),
        new DefineLocation("p3", "BIN-2", LocationKind.Bin, "main") { IsPool = true },
        new DefineLocation("p4", "EAST", LocationKind.Site),
        new DefineLocation("p5", "OPEN", LocationKind.Bin, "EAST") { Negative = NegativeStock.Allow },
        new DefineLocation("p6", "LIMITED", LocationKind.Site)
        {
            Negative = NegativeStock.AllowToLimit, NegativeLimit = 3,
        },
        new DefineSku("s1", "plain"),
        new DefineSku("s2", "lots") { Tracking = Tracking.Lot },
        new DefineSku("s3", "serials") { Tracking = Tracking.Serial },
        new DefineSku("s4", "weighed")
        {
            BaseUnit = UnitOfMeasure.Kilogram, Conversions = [new UnitConversion("sack", "kg", new Ratio(5, 2))],
        },
        new SetCapacity("room", "BIN-2", new BinCapacity { Units = 12, Grams = 9, Skus = 3 }),
        new SetMeasures("w1", "plain", new SkuMeasures(300)),
        new SetMeasures("w2", "lots", new SkuMeasures(1_100, 400)),
        new SetMeasures("w4", "weighed", new SkuMeasures(1_000)),
        new SetShelfLife("l1", "serials", new ShelfLife(30, 3, 7)),
        new DefineGrade("g1", "open box"),
        new DefineOwner("o1", "acme") { Terms = OwnerTerms.OnCommission },
        new DefineOwner("o2", "stored"),
        new SetSelling("c2", "weighed", new SellingLine(new SellingRule { CustomerLimit = 12 })),
        new DefineReason("r1", "both"),
        new DefineReason("r2", "out", ReasonDirection.Out),
        new PostMovement(
            "m1", MovementKind.Receipt,
            new MovementLine("plain", Quantity.Each(60)) { To = "MAIN", Cost = Cost.PerUnit(2) },
            new MovementLine("plain", Quantity.Each(40)) { To = "BIN-1", Cost = Cost.PerUnit(1) },
            new MovementLine("weighed", new Quantity(50, "kg")) { To = "MAIN", Cost = Cost.PerUnit(1) },
            new MovementLine("lots", Quantity.Each(10)) { To = "MAIN", Lot = "l-1", Cost = Cost.PerUnit(3) }),
    ];

    /// <summary>Whether the command is the first of another call than the one before it.</summary>
    public static bool BeginsCall(Step step) => step.Gap % 6 >= 3;

    /// <summary>Minutes that pass before the command; all of one instant are sent before any is answered.</summary>
    public static int MinutesBefore(Step step) =>
        step.Gap >= 250 ? 16 * 60 : step.Gap % 6 >= 4 ? 1 + step.Gap / 64 : 0;

    /// <summary>The next command: under a key of its own, sent once more, or under the key of another one.</summary>
    public Command Tell(Step step, Instant now)
    {
        var before = _told.Count == 0 ? null : _told[(step.Key / 16 + step.Extra) % _told.Count];
        if (before is not null && step.Key % 16 == 15)
        {
            return before;
        }

        var key = before is not null && step.Key % 16 == 14 ? before.Key : new CommandKey($"k{_told.Count}");
        var effective = step.Time % 3 == 1 ? now - Duration.FromMinutes(step.Time / 9) : (Instant?)null;
        var command = Tell(step, key, effective, now);
        _told.Add(command);
        return command;
    }

    /// <summary>Tells the story that a command has taken effect, so that later ones may build on it.</summary>
    public void Accept(Command command)
    {
        if (command is ReserveStock reserve)
        {
            _reservations.Add(command.Key);
            _reserved[command.Key] = reserve;
        }
        else if (command is DispatchTransfer dispatch)
        {
            _movements.Add(command.Key);
            _transfers.Add(command.Key);
            _dispatched[command.Key] = dispatch;
        }
        else if (command is PostMovement or ReceiveTransfer or ReverseMovement or CountStock)
        {
            _movements.Add(command.Key);
        }
    }

    private Command Tell(Step step, CommandKey key, Instant? effective, Instant now)
    {
        switch (step.Kind % Kinds)
        {
            case 18 or 19:
                return Count(step, key, effective);
            case 20 or 21:
                return Reversal(step, key, effective);
            case 22 or 23 or 27 or 28:
                return Reserve(step, key, now);
            case 24 or 25 or 29:
                return Release(step, key);
            case 30 or 31:
                return Convert(step, key);
            case 32:
                return Extend(step, key);
            case 33 or 34 or 35:
                return Fulfilment(step, key, effective);
            case 36:
                return Dispatch(step, key, effective);
            case 37 or 38:
                return Receive(step, key, effective);
            case 41 when step.Quantity % 3 == 1:
                return LotRules(step, key);
            case 40 or 41:
                return LotStatus(step, key);
            case 42 or 43 or 44:
                return Allocate(step, key);
            case 45:
                return Deallocate(step, key);
            case 46:
                return Reallocate(step, key);
            case 47:
                return Pick(step, key, effective);
            case 26 or 39:
                return MasterData(step, key);
            default:
                return Movement(step, key, effective);
        }
    }

    private static Command MasterData(Step step, CommandKey key) => (step.Quantity % 15) switch
    {
        12 or 13 => new SetCapacity(key, Bin(step), step.Time % 4 == 0 ? null : Capacity(step)),
        14 => new SetMeasures(key, Sku(step), step.Time % 3 == 0 ? null : new SkuMeasures(step.Extra * 70, step.Time)),
        0 => new ChangeLifecycle(key, Sku(step), (Lifecycle)(step.Extra % 5)),
        1 or 2 => new DefineSku(key, LaterSku),
        8 => Freeze(step, key),
        9 or 10 or 11 => new UnfreezeLocation(key, Place(step)),
        3 or 4 => new DefineLocation(key, LaterPlace, LocationKind.Bin, "EAST") { IsPool = step.Extra % 2 == 0 },
        6 => new SetSelling(key, Sku(step), new SellingLine(Limit(step))),
        5 => new SetAddress(key, Place(step), new BinAddress { Walk = step.Extra % 5, XMillimetres = step.Time }),
        _ => new ChangeLifecycle(key, Sku(step), Lifecycle.Active),
    };

    private static SetLotRules LotRules(Step step, CommandKey key) => new(
        key, step.Sku % 16 == 15 ? Sku(step) : "lots", (step.Extra % 7) switch
        {
            0 => [new LotRule(LotUse.Forbidden, MovementKind.Issue), new(LotUse.Optional)],
            1 => [new LotRule(LotUse.Optional, MovementKind.Receipt), new(LotUse.Optional, MovementKind.Count)],
            2 => [new LotRule(LotUse.Optional), new(LotUse.Required)],
            3 => [],
            _ => [new LotRule(LotUse.Optional)],
        });

    // Released again as often as not; now and then a SKU without lots, a lot that nobody has seen, no status at all.
    private static ChangeLotStatus LotStatus(Step step, CommandKey key) => new(
        key, (step.Sku % 16) switch { 15 => Sku(step), < 10 => "lots", _ => "serials" },
        step.Time % 32 == 31 ? "unseen" : Lots[step.Extra % Lots.Length],
        step.Quantity % 3 == 0 ? Inventory.Lots.LotStatus.Released
            : (LotStatus)(step.Quantity % 13 == 12 ? 99 : step.Time % 6));

    private static SellingRule Limit(Step step) => (step.Extra % 6) switch
    {
        0 => SellingRule.Empty,
        1 => new SellingRule { OrderMinimum = 2, OrderIncrement = 2, OrderMaximum = 9 },
        _ => new SellingRule { CustomerLimit = step.Time % 30 + 0.5m },
    };

    private static string Bin(Step step) => step.Extra % 7 == 0 ? Place(step) : step.Extra % 2 == 0 ? "BIN-1" : "OPEN";

    private static BinCapacity Capacity(Step step) => new()
    {
        Units = step.Extra % 3 == 0 ? step.Time : null,
        Grams = step.Extra % 3 == 1 ? step.Time / 9 : null,
        Millilitres = step.Extra % 9 == 2 ? step.Time / 9 : null,
        Skus = step.Extra % 5 == 0 ? step.Time % 4 : null,
        Policy = (CapacityPolicy)(step.Key % 5 / 4),
    };

    // The place where most things happen goes on: a site of which everything is frozen is EAST.
    private static FreezeLocation Freeze(Step step, CommandKey key) =>
        new(key, Place(step) == "MAIN" ? "BIN-1" : Place(step), step.Extra % 4 == 0 ? "bob" : "ann",
            (FreezePurpose)(step.Extra % 3))
        {
            Direction = (FreezeDirection)(step.Time % 3),
        };

    private static CountStock Count(Step step, CommandKey key, Instant? effective) =>
        new(key, Sku(step), Place(step), Quantity.Each(step.Quantity % (Sku(step) == "serials" ? 2 : 9)))
        {
            Lot = Lot(step),
            Status = Status(step),
            Grade = Grade(step),
            Owner = Owner(step),
            Cost = step.Extra % 5 == 0 ? Cost.PerUnit(step.Extra / 9m) : default,
            Effective = effective,
        };

    private ReverseMovement Reversal(Step step, CommandKey key, Instant? effective) =>
        new(key, Earlier(_movements, step))
        {
            Line = step.Quantity % 3 == 0 ? null : step.Time % 5 == 0 ? 1 : 0,
            Quantity = step.Quantity % 3 == 1 ? Quantity.Each(step.Quantity % 4 + 1) : null,
            Effective = effective,
        };

    // Now and then a key that no command of the right kind has, or none at all.
    private CommandKey Earlier(List<CommandKey> keys, Step step) =>
        step.Key % 16 == 13 && _told.Count > 0 ? _told[step.Extra % _told.Count].Key
        : keys.Count > 0 ? keys[^(1 + step.Extra % Math.Min(keys.Count, 20))]
        : new CommandKey("unknown");

    private static string Sku(Step step) => Skus[step.Sku % Skus.Length];

    private static string Place(Step step) => step.Place == byte.MaxValue ? "CUSTOMER" : Places[step.Place % Places
        .Length];
}
