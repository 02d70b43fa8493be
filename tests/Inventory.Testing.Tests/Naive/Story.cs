using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>Turns steps into commands about a small business, most of them possible and some not.</summary>
internal sealed class Story
{
    public static readonly string[] Skus = ["plain", "lots", "serials", "weighed"];
    public static readonly string[] Places = ["MAIN", "BIN-1", "BIN-2", "EAST", "OPEN", "LIMITED"];
    public static readonly string[] Lots = ["l-1", "L-2", "l-3"];

    private static readonly StockStatus[] Statuses =
        [StockStatus.Available, StockStatus.Available, StockStatus.Damaged];

    private readonly List<CommandKey> _movements = [];
    private readonly List<CommandKey> _reservations = [];
    private int _keys;

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
        new DefineReason("r1", "both"),
        new DefineReason("r2", "out", ReasonDirection.Out),
    ];

    /// <summary>The next command.</summary>
    public Command Tell(Step step, Instant now)
    {
        var key = new CommandKey($"k{++_keys}");
        var effective = step.Time % 3 == 0 ? now - Duration.FromMinutes(step.Time / 9) : (Instant?)null;
        switch (step.Kind % 16)
        {
            case 11:
                var seen = Quantity.Each(step.Quantity % (Sku(step) == "serials" ? 2 : 9));
                return new CountStock(key, Sku(step), Place(step), seen)
                {
                    Lot = Lot(step), Status = Status(step), Effective = effective,
                };
            case 12 when _movements.Count > 0:
                return Reversal(step, key, effective);
            case 13:
                return new ReserveStock(key, Sku(step), Place(step), Amount(step));
            case 14 when _reservations.Count > 0:
                return new ReleaseReservation(key, _reservations[step.Extra % _reservations.Count])
                {
                    Quantity = step.Quantity % 2 == 0 ? null : Quantity.Each(step.Quantity % 4),
                };
            case 15:
                return step.Quantity % 8 == 0
                    ? new ChangeLifecycle(key, Sku(step), (Lifecycle)(step.Extra % 5))
                    : new ChangeLifecycle(key, Sku(step), Lifecycle.Active);
            default:
                return Movement(step, key, effective);
        }
    }

    /// <summary>Tells the story that a command has taken effect, so that later ones may build on it.</summary>
    public void Accept(Command command)
    {
        if (command is ReserveStock)
        {
            _reservations.Add(command.Key);
        }
        else if (command is PostMovement or ReverseMovement or CountStock)
        {
            _movements.Add(command.Key);
        }
    }

    private static PostMovement Movement(Step step, CommandKey key, Instant? effective)
    {
        var (kind, line) = Line(step);
        var second = line with
        {
            From = line.From is null ? null : Places[step.Time % Places.Length], Quantity = Amount(step, more: 1),
        };
        IReadOnlyList<MovementLine> lines = step.Extra % 5 == 0 ? [line, second] : [line];
        return new PostMovement(key, kind, lines)
        {
            Effective = effective,
            Reason = kind is not (MovementKind.Adjustment or MovementKind.Scrap) ? null
                : step.Extra % 3 == 0 ? "OUT" : "both",
            AfterCount = step.Extra % 2 == 0 ? CountedPolicy.Refuse : CountedPolicy.Compensate,
        };
    }

    private static (MovementKind Kind, MovementLine Line) Line(Step step)
    {
        var line = new MovementLine(Sku(step), Amount(step)) { Lot = Lot(step) };
        var cost = step.Extra % 31 == 0 ? default : Cost.PerUnit(step.Extra / 7m);
        var (place, other, status) = (Place(step), Places[step.Extra % Places.Length], Status(step));
        return (step.Kind % 16) switch
        {
            0 or 1 or 2 => (MovementKind.Receipt, line with { To = place, Cost = cost }),
            3 or 4 or 5 => (MovementKind.Issue, line with { From = place }),
            6 => (MovementKind.Transfer, line with { From = place, To = other, FromStatus = status }),
            7 => (MovementKind.StatusChange,
                line with { From = place, FromStatus = status, ToStatus = StockStatus.Damaged }),
            8 => (MovementKind.Adjustment, line with { To = place, Cost = step.Extra % 2 == 0 ? cost : default }),
            9 => (MovementKind.Adjustment, line with { From = place, FromStatus = status }),
            10 => (MovementKind.Return, line with { To = place, Cost = cost }),
            12 => (MovementKind.Scrap, line with { From = place, FromStatus = status }),
            _ => (MovementKind.Return, line with { From = place }),
        };
    }

    private ReverseMovement Reversal(Step step, CommandKey key, Instant? effective)
    {
        var original = _movements[step.Extra % _movements.Count];
        return new ReverseMovement(key, original)
        {
            Line = step.Quantity % 3 == 0 ? null : step.Time % 5 == 0 ? 1 : 0,
            Quantity = step.Quantity % 3 == 1 ? Quantity.Each(step.Quantity % 4 + 1) : null,
            Effective = effective,
        };
    }

    private static string Sku(Step step) => Skus[step.Sku % Skus.Length];

    private static string Place(Step step) => Places[step.Place % Places.Length];

    private static StockStatus Status(Step step) => Statuses[step.Time % Statuses.Length];

    // One in thirty forgets the lot, or names one where there is none.
    private static string? Lot(Step step) =>
        Sku(step) is "lots" or "serials" == (step.Time % 31 != 0) ? Lots[step.Extra % Lots.Length] : null;

    private static Quantity Amount(Step step, int more = 0) => Sku(step) switch
    {
        "serials" when step.Quantity % 13 != 0 => Quantity.Each(1),
        "weighed" when step.Quantity % 2 == 0 => new Quantity(step.Quantity / 8m, "kg"),
        "weighed" => new Quantity(step.Quantity % 4, "sack"),
        _ when step.Quantity % 41 == 0 => Quantity.Each(0),
        _ => Quantity.Each(step.Quantity % 7 + 1 + more),
    };
}
