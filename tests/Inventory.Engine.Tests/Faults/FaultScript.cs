using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Engine.Tests.Faults;

/// <summary>
/// A fixed sequence of calls that goes through every path of the pipeline: new and repeated keys, refusals, a block
/// that closes, late facts that mend it, counts, promises, commands that build on others of their own call, and
/// atomic calls.
/// </summary>
internal static class FaultScript
{
    /// <summary>Each call with its instant; <see cref="Together"/> are atomic.</summary>
    public static IReadOnlyList<(Instant Now, Command[] Commands)> Calls { get; } =
    [
        (Shop.Begin, [.. Shop.Definitions]),
        (Day(1),
        [
            Shop.Receipt("r1", 10, unitCost: 2), Shop.Receipt("r2", 10, unitCost: 3, to: "NYC"),
            new PostMovement("milk", MovementKind.Receipt,
                new MovementLine("MILK", Quantity.Each(6)) { To = "B2", Lot = "LOT-1", Cost = Cost.Total(7) }),
        ]),
        (Day(2),
        [
            Shop.Issue("i1", 4), new ReserveStock("h1", "NUT", "WH", Quantity.Each(3)),
            Shop.Receipt("r1", 10, unitCost: 2), Shop.Receipt("r1", 11), Shop.Issue("too many", 99),
        ]),
        (Day(3), [.. Enumerable.Range(0, 130).Select(n => Shop.Receipt($"block-{n}", 1, unitCost: 1 + n % 3))]),
        (Day(4),
        [
            Shop.Receipt("late", 5, unitCost: 9) with { Effective = Day(1) + Duration.FromHours(1) },
            Shop.Issue("late issue", 3) with { Effective = Day(2) + Duration.FromHours(1) },
            new ReleaseReservation("l1", "h1") { Quantity = Quantity.Each(1) },
            new CountStock("c1", "NUT", "NYC", Quantity.Each(8)),
        ]),
        (Day(5),
        [
            Shop.Receipt("r3", 5, unitCost: 4),
            new ReverseMovement("u3", "r3") { Line = 0, Quantity = Quantity.Each(2) },
            new ReverseMovement("u1", "i1"),
            new PostMovement("t", MovementKind.Transfer,
                new MovementLine("NUT", Quantity.Each(20)) { From = "B1", To = "NYC" }),
        ]),
        (Day(6), [Shop.Issue("i2", 100), new ReleaseReservation("l2", "h1"), new ReleaseReservation("l3", "h1")]),
        (Day(7),
        [
            new DefineLocation("annex", "ANNEX", LocationKind.Site), Shop.Receipt("r4", 5, unitCost: 7, to: "ANNEX"),
            Shop.Issue("i3", 2, "ANNEX"), new ReserveStock("h2", "NUT", "ANNEX", Quantity.Each(3)),
        ]),
        (Day(8), [Shop.Receipt("not alone", 5), Shop.Issue("nor this", 99, "ANNEX")]),
    ];

    /// <summary>The days whose calls are atomic: one that passes, and one that is refused as a whole.</summary>
    public static IReadOnlyList<Instant> Together { get; } = [Day(7), Day(8)];

    private static Instant Day(int number) => Shop.Begin + Duration.FromDays(number);
}
