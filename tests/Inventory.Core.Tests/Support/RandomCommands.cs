using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Policies;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Core.Tests.Support;

/// <summary>
/// Makes commands from random steps, for a world with a grade: most of them sensible, some of them wrong, each known
/// before any is decided.
/// </summary>
internal sealed class RandomCommands
{
    private static readonly string[] Skus = ["NUT", "NUT", "NUT", "MILK", "PHONE", "RICE"];
    private static readonly string[] Places = ["B1", "B1", "B2", "LIMIT", "OPEN", "SHOP"];
    private static readonly MovementKind[] Kinds =
    [
        MovementKind.Receipt, MovementKind.Receipt, MovementKind.Receipt, MovementKind.Receipt,
        MovementKind.Issue, MovementKind.Issue, MovementKind.Issue, MovementKind.Transfer, MovementKind.Adjustment,
        MovementKind.Scrap, MovementKind.StatusChange, MovementKind.GradeChange, MovementKind.Return,
        MovementKind.Opening,
    ];

    private static readonly LocalDate Today = Times.Minute(0).InUtc().Date;

    // By the lot's number; one of them is expired, and one never.
    private static readonly LotDates?[] DatesOfLots =
        [new() { Removal = Today.PlusDays(2) }, null, new() { UseBy = Today, Produced = Today.PlusDays(-9) }];

    private readonly List<CommandKey> _movements = [];
    private readonly List<CommandKey> _reservations = [];
    private int _index;

    public static List<Command> From(IReadOnlyList<Step> steps)
    {
        var commands = new RandomCommands();
        return [.. steps.Select(commands.Next)];
    }

    private Command Next(Step step)
    {
        var key = new CommandKey($"r{++_index}");
        Command command = (step.Op % 27) switch
        {
            < 15 => Movement(key, step),
            16 or 17 => Count(key, step),
            18 or 19 when _movements.Count > 0 => Reversal(key, step),
            20 or 21 => new ReserveStock(key, Sku(step.Sku), Place(step.From), Amount(step, Sku(step.Sku)))
            {
                NeededBy = step.Extra % 3 == 0 ? null : Today.PlusDays(step.Extra % 5 - 1),
                Holder = step.Extra % 7 < 2 ? "ann" : null,
                Kind = step.Extra % 2 == 0 ? PromiseKind.Hold : PromiseKind.Order,
            },
            23 when step.Extra % 8 == 1 => Capacity(key, step),
            24 or 25 when _reservations.Count > 0 => Allocate(key, step),
            26 when _reservations.Count > 0 =>
                new DeallocateReservation(key, _reservations[step.To % _reservations.Count]),
            22 when _reservations.Count > 0 => Release(key, step),
            23 when step.Extra % 8 == 2 => new SetLotRules(
                key, "MILK", step.From % 3 == 0 ? [] : [new LotRule((LotUse)(step.From % 3))]),
            23 when step.Extra % 8 == 1 => LotStatus(key, step),
            15 when step.Extra % 4 == 0 => LotStatus(key, step),
            23 when step.Extra % 8 == 2 => new SetSelling(key, Sku(step.Sku), new SellingLine(new SellingRule
            {
                CustomerLimit = 1 + step.Back % 9,
            })),
            23 when step.Extra % 8 == 0 => new ChangeLifecycle(key, Sku(step.Sku), (Lifecycle)(step.From % 5)),
            _ => Movement(key, step),
        };
        (command is ReserveStock ? _reservations : _movements).Add(key);
        return command;
    }

    private PostMovement Movement(CommandKey key, Step step)
    {
        var kind = Kinds[step.Op % Kinds.Length];
        var count = step.Extra % 5 == 0 ? 1 + step.Extra % 3 : 1;
        return new PostMovement(key, kind, [.. Enumerable.Range(0, count).Select(line => Line(kind, step, line))])
        {
            Effective = Effective(step),
            AfterCount = step.Extra % 3 == 0 ? CountedPolicy.Refuse : CountedPolicy.Compensate,
            Reason = kind is MovementKind.Adjustment or MovementKind.Scrap ? "FIX" : null,
        };
    }

    private static MovementLine Line(MovementKind kind, Step step, int line)
    {
        var sku = Sku(step.Sku + line * (step.Back % 2));
        var (from, to) = (Place(step.From), Place(step.To + line));
        var enters = kind is MovementKind.Receipt or MovementKind.Opening
            || (kind is MovementKind.Return or MovementKind.Adjustment && step.To % 2 == 0);
        var inside = kind is MovementKind.Transfer or MovementKind.StatusChange;
        return new MovementLine(sku, Amount(step, sku))
        {
            From = enters ? null : from,
            To = enters || kind == MovementKind.Transfer ? to : null,
            Lot = Lot(sku, step.Back + line),
            Grade = Grade(step),
            ToGrade = kind == MovementKind.GradeChange && step.Op % 3 != 0 ? "OPEN" : null,
            Dates = enters && sku is "MILK" or "PHONE" ? DatesOfLots[(step.Back + line) % 3] : null,
            FromStatus = !enters && step.Extra % 11 == 0 ? StockStatus.Damaged : StockStatus.Available,
            ToStatus = inside && step.To % 3 != 0 ? StockStatus.Damaged : StockStatus.Available,
            Cost = enters && (kind != MovementKind.Adjustment || step.Extra % 2 == 0) ? CostOf(step) : default,
        };
    }

    private CountStock Count(CommandKey key, Step step) =>
        new(key, Sku(step.Sku), Place(step.From), Amount(step, Sku(step.Sku), -1))
        {
            Lot = Lot(Sku(step.Sku), step.Back),
            Grade = Grade(step),
            Status = step.Extra % 5 == 0 ? StockStatus.Damaged : StockStatus.Available,
            Cost = step.Extra % 2 == 0 ? CostOf(step) : default,
        };

    private ReverseMovement Reversal(CommandKey key, Step step) => new(key, _movements[step.To % _movements.Count])
    {
        Line = step.Extra % 2 == 0 ? 0 : null,
        Quantity = step.Extra % 4 == 0 ? Quantity.Each(1 + step.Quantity % 3) : null,
        Effective = step.Extra % 7 == 0 ? Effective(step) : null,
    };

    private static Command Capacity(CommandKey key, Step step) => step.Back % 4 == 0
        ? new SetMeasures(key, Sku(step.Sku), step.To % 3 == 0 ? null : new SkuMeasures(step.To * 700, step.Sku * 90))
        : new SetCapacity(key, Place(step.From), step.Back % 4 == 1 ? null : new BinCapacity
        {
            Units = step.To % 3 == 0 ? step.Quantity % 9 : null,
            Grams = step.To % 3 == 1 ? step.Quantity % 9 : null,
            Skus = step.Sku % 3 == 1 ? 1 + step.Quantity % 3 : null,
            Policy = (CapacityPolicy)(step.Quantity % 2),
        });

    private AllocateReservation Allocate(CommandKey key, Step step) =>
        new(key, _reservations[step.To % _reservations.Count])
        {
            Strategy = (PickStrategy)(step.Quantity % 3),
            Shortage = step.Extra % 2 == 0 ? Shortage.TakeAvailable : Shortage.Refuse,
        };

    private ReleaseReservation Release(CommandKey key, Step step) =>
        new(key, _reservations[step.To % _reservations.Count])
        {
            Holder = "ann",
            Quantity = step.Extra % 2 == 0 ? null : Quantity.Each(1 + step.Quantity % 4),
        };

    private static ChangeLotStatus LotStatus(CommandKey key, Step step)
    {
        var sku = step.Sku % 3 == 0 ? "PHONE" : "MILK";
        var status = step.To % 2 == 0 ? Inventory.Lots.LotStatus.Released : (LotStatus)(step.From % 6);
        return new ChangeLotStatus(key, sku, Lot(sku, step.Back)!, status);
    }

    private static string? Grade(Step step) => step.Back % 4 == 3 ? "OPEN" : null;

    private static string Sku(int number) => Skus[number % Skus.Length];

    private static string Place(int number) => Places[number % Places.Length];

    private static string? Lot(string sku, int number) => sku switch
    {
        "MILK" => number % 8 == 7 ? null : $"L{number % 3}",
        "PHONE" => $"S{number % 4}",
        _ => null,
    };

    private static Quantity Amount(Step step, string sku, int add = 0) => sku switch
    {
        "PHONE" => Quantity.Each(1 + (step.Quantity % 9 == 0 ? 1 : 0) + (step.Quantity % 2) * add),
        "RICE" => new Quantity((1 + step.Quantity % 5_000 + add) / 1_000m, "kg"),
        _ => Quantity.Each(1 + step.Quantity % 8 + add),
    };

    private static Cost CostOf(Step step) => (step.Extra % 6) switch
    {
        0 => Cost.Zero,
        1 or 2 => Cost.PerUnit(step.Back / 7m),
        _ => Cost.Total(step.Back / 10m),
    };

    // A third of all movements are told late, by up to half a minute: about the last thirty commands.
    private Instant? Effective(Step step) => step.Extra % 3 == 0
        ? Times.Minute(0) + Duration.FromSeconds(Math.Max(0, _index - step.Back % 30))
        : null;
}
