using Inventory.Commands;
using Inventory.Lots;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <content>Movements of one line or two.</content>
internal sealed partial class Story
{
    private static readonly StockStatus[] Statuses =
    [
        StockStatus.Available, StockStatus.Available, StockStatus.Damaged, StockStatus.Available,
        StockStatus.Quarantined,
    ];

    private static PostMovement Movement(Step step, CommandKey key, Instant? effective)
    {
        var (kind, first) = Line(step);
        var (_, second) = Line(step with
        {
            Sku = unchecked((byte)(step.Sku + step.Extra % 3)),
            Place = step.Time,
            Quantity = (byte)(step.Quantity / 2),
        });
        IReadOnlyList<MovementLine> lines = step.Extra % 5 == 4 ? [first, second] : [first];
        return new PostMovement(key, kind, lines)
        {
            Effective = effective,
            Reason = kind is not (MovementKind.Adjustment or MovementKind.Scrap) ? null
                : step.Extra % 3 == 0 ? "OUT" : "both",
            AfterCount = step.Extra % 2 == 0 ? CountedPolicy.Refuse : CountedPolicy.Compensate,
            ControlTotal = step.Key % 16 != 12 ? null : lines.Sum(line => line.Quantity.Amount),
        };
    }

    private static (MovementKind Kind, MovementLine Line) Line(Step step)
    {
        var line = new MovementLine(Sku(step), Amount(step))
        {
            Lot = Lot(step),
            Dates = (step.Kind % Kinds) is 0 or 1 or 2 or 12 or 15 or 16 or 17 || step.Key % 32 == 7
                ? Dates(step) : null,
            Grade = Grade(step),
            Owner = Owner(step),
            ExpectedVersion = step.Key % 32 == 11 ? step.Quantity % 8 : null,
        };
        line = Sku(step) == "serials" && step.Gap % 8 == 7 ? Ranged(step, line) : line;
        var cost = step.Extra % 31 == 30 || line.Owner is not null ? default : Cost.PerUnit(step.Extra / 7m);
        var (place, other, status) = (Place(step), Places[step.Extra % Places.Length], Status(step));
        return (step.Kind % Kinds) switch
        {
            0 or 1 or 2 or 16 or 17 => (MovementKind.Receipt, line with { To = place, ToStatus = status, Cost = cost }),
            3 or 4 or 5 => (MovementKind.Issue, line with { From = place }),
            6 or 7 => (MovementKind.Transfer, line with { From = place, To = other, FromStatus = status }),
            8 when step.Quantity % 2 == 0 => (MovementKind.GradeChange,
                line with { From = place, FromStatus = status, ToGrade = line.Grade is null ? "open box" : null }),
            9 when step.Quantity % 3 == 0 => (MovementKind.OwnerChange, line with
            {
                From = place,
                FromStatus = status,
                ToOwner = line.Owner is null ? "Acme" : null,
                Cost = line.Owner is not null && step.Extra % 31 != 30 ? Cost.PerUnit(step.Extra / 3m) : default,
            }),
            8 or 9 => (MovementKind.StatusChange,
                line with { From = place, FromStatus = status, ToStatus = Statuses[step.Extra % Statuses.Length] }),
            10 => (MovementKind.Adjustment, line with { To = place, Cost = step.Extra % 2 == 0 ? cost : default }),
            11 => (MovementKind.Adjustment, line with { From = place, FromStatus = status }),
            12 => (MovementKind.Return, line with { To = place, Cost = cost }),
            13 => (MovementKind.Return, line with { From = place, FromStatus = status }),
            14 => (MovementKind.Scrap, line with { From = place, FromStatus = status }),
            _ => (MovementKind.Opening, line with { To = place, Cost = cost }),
        };
    }

    // One in eight is open box; few name a grade that there is not.
    private static string? Grade(Step step) =>
        (step.Sku / 16 % 8) switch { 7 when step.Extra == 77 => "worse", 7 => "Open Box", _ => null };

    // Now and then the range overlaps, or the quantity is another.
    private static MovementLine Ranged(Step step, MovementLine line) => line with
    {
        Lot = step.Extra % 16 == 15 ? line.Lot : null,
        Quantity = Quantity.Each(step.Extra % 8 == 7 ? 3 : 2),
        Serials = (step.Time % 4) switch
        {
            0 => [new("L-1", "l-2")],
            1 => [new("L-2", "L-3")],
            2 => [new("l-1"), new("l-3")],
            _ => step.Extra % 8 == 7 ? [new("L-1", "L-2"), new("L-2")] : [new("L-1"), new("L-2")],
        },
    };

    // One in eight is somebody else's.
    private static string? Owner(Step step) =>
        (step.Sku / 16 % 8) switch { 6 when step.Extra % 8 == 7 => "stored", 6 => "ACME", _ => null };

    private static StockStatus Status(Step step) => Statuses[step.Time % Statuses.Length];

    // One in thirty forgets the lot, or names one where there is none; one in eight has none where that may be.
    private static string? Lot(Step step) => Sku(step) == "lots" && step.Gap % 8 == 7 ? null
        : Sku(step) is "lots" or "serials" == (step.Time % 31 != 30) ? Lots[step.Extra % Lots.Length] : null;

    // Mostly none; else dates that agree with each other or not, and with those of the same lot before or not.
    private static LotDates? Dates(Step step)
    {
        var made = new LocalDate(2026, 1, 1 + step.Extra % 3);
        return Sku(step) is not ("lots" or "serials") && step.Key % 8 != 7 ? null : (step.Time % 13) switch
        {
            0 => new LotDates { Produced = made },
            1 => new LotDates { UseBy = made.PlusDays(step.Quantity % 40) },
            2 => new LotDates { BestBefore = made, Removal = made.PlusDays(step.Quantity % 5 - 3) },
            3 => new LotDates { Produced = made, UseBy = made.PlusDays(step.Quantity % 9 - 2) },
            _ => null,
        };
    }

    private static Quantity Amount(Step step) => Sku(step) switch
    {
        "serials" when step.Quantity % 13 != 12 => Quantity.Each(1),
        "weighed" when step.Quantity % 2 == 0 => new Quantity(step.Quantity / 8m, "kg"),
        "weighed" => new Quantity(step.Quantity % 4, "sack"),
        _ when step.Quantity % 41 == 40 => Quantity.Each(0),
        _ => Quantity.Each(step.Quantity % 7 + 1),
    };
}
