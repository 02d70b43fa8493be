using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Policies;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Operations that could harm each other, so few that every order of their steps can be tried.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } = [.. Cold.Append(Both()).SelectMany(WithMemory)];

    private static IEnumerable<Scenario> Cold =>
    [
        Of("two reserves of one unit", 1, At(1, Reserve("a", 1)), At(2, Reserve("b", 1))),
        Of("a reserve against an issue", 1, At(1, Reserve("a", 1)), At(2, Issue("b", 1))),
        Of("a reserve against a transfer", 1, At(1, Reserve("a", 1)), At(2, Transfer("b", 1))),
        Of("a reserve against the reversal of the receipt", 1,
            At(1, Reserve("a", 1)), At(2, new ReverseMovement("b", "stock"))),
        Of("two issues of one unit", 1, At(1, Issue("a", 1)), At(2, Issue("b", 1))),
        Of("two movements of two lines", 3, At(1, Issue("a", 1, 1)), At(2, Issue("b", 1, 1))),
        Of("two lines of the last unit", 1, At(1, Issue("a", 1, 1)), At(2, Reserve("b", 1))),
        Of("two lines of units that are promised", 2, [Reserve("mine", 1)],
            At(1, Issue("a", 1, 1)), At(2, Release("b", "mine"))),
        Of("two atomic reserves of two lines", 3,
            Together(1, Reserve("a", 1), Reserve("b", 1)), Together(2, Reserve("c", 1), Reserve("d", 1))),
        Of("the same key at two engines", 5, At(1, Reserve("a", 1)), At(2, Reserve("a", 1))),
        Of("one key for two contents", 5, At(1, Reserve("a", 1)), At(2, Reserve("a", 2))),
        Of("a reservation released twice", 2, [Reserve("mine", 1), Reserve("other", 1)],
            At(1, Release("a", "mine")), At(2, Release("b", "mine"))),
        Of("the only reservation released twice", 2, [Reserve("mine", 1)],
            At(1, Release("a", "mine")), At(2, Release("b", "mine"))),
        Of("a release against a reserve", 1, [Reserve("mine", 1)],
            At(1, Release("a", "mine")), At(2, Reserve("b", 1))),
        Of("a fact of the past against an issue", 1,
            At(1, Issue("a", 1) with { Effective = Past(3) }), At(2, Issue("b", 1))),
        Of("two facts of the past", 1, At(1, Issue("a", 1) with { Effective = Past(3) }),
            At(2, Receipt("b") with { Effective = Past(4) })),
        Of("a block on the SKU against a receipt", 1,
            At(1, new ChangeLifecycle("a", "NUT", Lifecycle.Blocked)), At(2, Receipt("b"))),
        Of("a freeze against a receipt", 1,
            At(1, new FreezeLocation("a", "WH", "ann")), At(2, Receipt("b"))),
        Of("an end of a freeze against a receipt", 1, [new FreezeLocation("mine", "WH", "ann")],
            At(1, new UnfreezeLocation("a", "WH")), At(2, Receipt("b"))),
        Of("two freezes of one place", 1,
            At(1, new FreezeLocation("a", "WH", "ann")), At(2, new FreezeLocation("b", "WH", "bob"))),
        Of("two arrivals of one transfer", 5, [Sent("mine", 2), Sent("other", 2)],
            At(1, Arrive("a", 2)), At(2, Arrive("b", 2))),
        Of("an arrival against taking it back", 3, [Sent("mine", 2)],
            At(1, Arrive("a", 1)), At(2, new ReverseMovement("b", "mine"))),
        Of("two new SKUs", 1, At(1, new DefineSku("a", "ALMOND")), At(2, new DefineSku("b", "WALNUT"))),
        Of("receipts by clocks that differ", 1, At(1, Receipt("a")), At(2, Receipt("b", sku: "MILK"))) with
        {
            ClocksDiffer = true,
        },
        Of("two receipts of one SKU", 1, At(1, Receipt("a")), At(2, Receipt("b"))),
        Of("an issue against a receipt", 0, At(1, Issue("a", 1)), At(2, Receipt("b"))),
        Of("a reserve against a receipt", 0, At(1, Reserve("a", 1)), At(2, Receipt("b"))),
        Of("a refusal beside a receipt", 0,
            new Caller(1, [Receipt("a", sku: "MILK"), Reserve("b", 1)]), At(2, Receipt("c"))),
        .. Bins,
        .. Promises,
        .. Limits,
        .. Dated,
        .. Blocked,
        .. Bound,
    ];

    // A bin with room for one unit. SKUs that differ have no other guard in common.
    private static IEnumerable<Scenario> Bins =>
    [
        Of("two receipts into the last room of a bin", 0, Room(1), At(1, Into("a")), At(2, Into("b", "MILK"))),
        Of("a receipt and a move into the last room of a bin", 1, Room(1),
            At(1, Into("a", "MILK")),
            At(2, new PostMovement("b", MovementKind.Transfer,
                new MovementLine("NUT", Quantity.Each(1)) { From = "WH", To = "BIN" }))),
        Of("a capacity against a receipt into the bin", 0, Room(9),
            At(1, new SetCapacity("a", "BIN", new BinCapacity { Units = 0 })), At(2, Into("b"))),
        Of("a receipt into a full bin against what leaves it", 0, [.. Room(1), Into("full")],
            At(1, Into("a", "MILK")),
            At(2, new PostMovement("b", MovementKind.Issue,
                new MovementLine("NUT", Quantity.Each(1)) { From = "BIN" }))),
    ];

    private static Command[] Room(int units) =>
    [
        new DefineLocation("def-bin", "BIN", LocationKind.Bin, "WH") { IsPool = true },
        new SetCapacity("room", "BIN", new BinCapacity { Units = units }),
    ];

    private static PostMovement Into(CommandKey key, string sku = "NUT") => Shop.Receipt(key, 1, to: "BIN", sku: sku);

    // Reservations of several lines, orders that wait, and holds that end before the callers send.
    private static IEnumerable<Scenario> Promises =>
    [
        Of("two reserves of two lines", 3, At(1, Reserve("a", 1, 1)), At(2, Reserve("b", 1, 1))),
        Of("two reserves of what is there", 3, At(1, Some("a", 2)), At(2, Some("b", 2))),
        Of("two holders of one unit", 1,
            At(1, Reserve("a", 1) with { Holder = "ann" }), At(2, Reserve("b", 1) with { Holder = "bob" })),
        Of("one holder at two engines", 2,
            At(1, Reserve("a", 1) with { Holder = "ann" }), At(2, Reserve("b", 2) with { Holder = "ann" })),
        Of("one holder at two engines, with enough for both", 3,
            At(1, Reserve("a", 1) with { Holder = "ann" }), At(2, Reserve("b", 2) with { Holder = "ann" })),
        Of("an order shipped twice", 3, [Order("mine", 1), Order("other", 1)],
            At(1, Ship("a", "mine")), At(2, Ship("b", "mine"))),
        Of("a shipment against a release", 2, [Order("mine", 1)],
            At(1, Ship("a", "mine")), At(2, Release("b", "mine"))),
        Of("a shipment against a reserve", 1, [Order("mine", 1)], At(1, Ship("a", "mine")), At(2, Reserve("b", 1))),
        Of("a conversion against a release", 2, [Reserve("mine", 1), Reserve("other", 1)],
            At(1, new ConvertReservation("a", "mine")), At(2, Release("b", "mine"))),
        Of("a conversion of an order against a release", 2, [Order("mine", 1)],
            At(1, new ConvertReservation("a", "mine")), At(2, Release("b", "mine"))),
        Of("a conversion against an extension", 2, [Brief("mine", 1), Brief("other", 1)],
            At(1, new ConvertReservation("a", "mine")),
            At(2, new ExtendReservation("b", "mine") { TimeToLive = Duration.FromHours(1) })),
        Of("a receipt against an order", 0, At(1, Receipt("a")), At(2, Order("b", 1))),
        Of("a reserve of what is there against a receipt", 1, At(1, Some("a", 2)), At(2, Receipt("b"))),
        Of("two backorders", 1, At(1, Order("a", 2)), At(2, Order("b", 2))),
        Of("two fills of one backorder", 0, [Order("mine", 3)], At(1, Receipt("a")), At(2, Receipt("b"))),
        Of("a fill against an order that comes first", 0, [Order("mine", 1)],
            At(1, Receipt("a")), At(2, Order("b", 1) with { Priority = 1 })),
        Of("a fill against a reserve", 0, [Order("mine", 1)], At(1, Receipt("a")), At(2, Reserve("b", 1))),
        Of("two releases that fill", 2, [Reserve("one", 1), Reserve("two", 1), Order("mine", 2)],
            At(1, Release("a", "one")), At(2, Release("b", "two"))),
        Of("two orders that wait are given up", 0, [Order("mine", 2)],
            At(1, Release("a", "mine")), At(2, Release("b", "mine"))),
        Of("two reserves of an ended hold", 1, [Brief("mine", 1)],
            At(1, Reserve("a", 1)), At(2, Reserve("b", 1))) with { Ends = true },
        Of("two settlements beside other holds", 3, [Brief("mine", 1), Reserve("other", 1)],
            At(1, Reserve("a", 1)), At(2, Reserve("b", 1))) with { Ends = true },
        Of("a conversion against the end", 1, [Brief("mine", 1)],
            At(1, new ConvertReservation("a", "mine")), At(2, Reserve("b", 1))) with
        {
            Ends = true, ClocksDiffer = true,
        },
        Of("the end against a conversion", 1, [Brief("mine", 1)],
            At(1, Reserve("a", 1)), At(2, new ConvertReservation("b", "mine"))) with
        {
            Ends = true, ClocksDiffer = true,
        },
        Of("a release before the end against a settlement after it", 3, [Brief("mine", 1), Reserve("other", 1)],
            At(1, Reserve("a", 1)), At(2, Release("b", "mine"))) with { Ends = true, ClocksDiffer = true },
        Of("a release after the end against an extension before it", 2, [Brief("mine", 1)],
            At(1, Release("a", "mine")),
            At(2, new ExtendReservation("b", "mine") { TimeToLive = Duration.FromMinutes(20) })) with
        {
            Ends = true, ClocksDiffer = true,
        },
        Of("an extension before the end against a release after it", 2, [Brief("mine", 1)],
            At(1, new ExtendReservation("a", "mine") { TimeToLive = Duration.FromMinutes(20) }),
            At(2, Release("b", "mine"))) with
        {
            Ends = true, ClocksDiffer = true,
        },
        Of("an extension to where it ends against a release", 2, [Brief("mine", 1)],
            At(1, new ExtendReservation("a", "mine") { TimeToLive = Duration.FromMinutes(5) }),
            At(2, Release("b", "mine"))),
        Of("an ended hold against an order that waits", 2, [Brief("mine", 1)],
            At(1, Reserve("a", 1)), At(2, Order("b", 3))) with { Ends = true, ClocksDiffer = true },
    ];

    // A customer may have two units, and there are more.
    private static IEnumerable<Scenario> Limits =>
    [
        Of("one holder's orders of all it may have at two engines", 5, [AtMost(2)],
            At(1, Order("a", 2) with { Holder = "ann" }), At(2, Order("b", 1) with { Holder = "ann" })),
        Of("one holder's order against the release of another", 5,
            [AtMost(2), Order("mine", 2) with { Holder = "ann" }],
            At(1, Order("a", 2) with { Holder = "ann" }), At(2, Release("b", "mine") with { Holder = "ann" })),
    ];

    // One unit is good for two days, the other for a month: only one order can need its unit in a week.
    private static IEnumerable<Scenario> Dated =>
    [
        Of("two reserves for a day of which one unit is good", 0, Goods, At(1, Needed("a", 7)), At(2, Needed("b", 7))),
        Of("a reserve for a day against an issue of what is good then", 0, Goods,
            At(1, Needed("a", 7)), At(2, Sold("b", "LONG"))),
        Of("a reserve for today against one for a day", 0, [.. Goods, Sold("gone", "SHORT")],
            At(1, Needed("a", 0)), At(2, Needed("b", 7))),
        Of("an order that waits for a day against what comes in", 0, Goods[..2],
            At(1, Needed("a", 7) with { Kind = PromiseKind.Order, Shortage = Shortage.Backorder }),
            At(2, Egg("b", "LONG", 30))),
    ];

    // A whole lot is blocked or released while somebody else moves or promises its unit.
    private static IEnumerable<Scenario> Blocked =>
    [
        Of("a block of a lot against a receipt into it", 0, Goods,
            At(1, Become("a", LotStatus.OnHold)), At(2, Egg("b", "LONG", 30))),
        Of("a block of an empty lot against a receipt into it", 0, [.. Goods, Sold("gone", "LONG")],
            At(1, Become("a", LotStatus.OnHold)), At(2, Egg("b", "LONG", 30))),
        Of("a block of a lot against an issue of it", 0, Goods,
            At(1, Become("a", LotStatus.OnHold)), At(2, Sold("b", "LONG"))),
        Of("a block of a lot against a reserve for a day", 0, Goods,
            At(1, Become("a", LotStatus.OnHold)), At(2, Needed("b", 7))),
        Of("a release of a lot against a reserve for a day", 0, [.. Goods, Become("hold", LotStatus.OnHold)],
            At(1, Become("a", LotStatus.Released)), At(2, Needed("b", 7))),
        Of("two statuses of one lot", 0, Goods,
            At(1, Become("a", LotStatus.OnHold)), At(2, Become("b", LotStatus.Recalled))),
        Of("two statuses of an empty lot", 0, [.. Goods, Sold("gone", "LONG")],
            At(1, Become("a", LotStatus.Recalled)), At(2, Become("b", LotStatus.OnHold))),
    ];

    private static ChangeLotStatus Become(CommandKey key, LotStatus status) => new(key, "EGG", "LONG", status);

    // Two orders of one unit each, and two units: one in a bin, one beside it.
    private static IEnumerable<Scenario> Bound =>
    [
        Of("an allocation against an issue of its goods", 2, Bin("mine"),
            At(1, Allocate("a", "mine", "BIN")), At(2, Issued("b", "BIN"))),
        Of("two allocations of one unit", 1, Bin("mine", "other"),
            At(1, Allocate("a", "mine", "BIN")), At(2, Allocate("b", "other", "BIN"))),
        Of("two allocations of one order", 1, Bin("mine"),
            At(1, Allocate("a", "mine", "BIN")), At(2, Allocate("b", "mine", "WH"))),
        Of("two allocations by a strategy", 1, Bin("mine", "other"),
            At(1, new AllocateReservation("a", "mine")), At(2, new AllocateReservation("b", "other"))),
        Of("an allocation against a release", 1, Bin("mine", "other"),
            At(1, Allocate("a", "mine", "BIN")), At(2, Release("b", "mine"))),
        Of("an allocation against a shipment from elsewhere", 1, Bin("mine", "other"),
            At(1, Allocate("a", "mine", "BIN")), At(2, Ship("b", "mine"))),
        Of("an allocation by a strategy against a move in the pool", 1, Bin("mine"),
            At(1, new AllocateReservation("a", "mine")), At(2, Moved("b", "BIN", "WH"))),
        Of("an allocation against a count of nothing", 1, Bin("mine"),
            At(1, Allocate("a", "mine", "BIN")), At(2, new CountStock("b", "NUT", "BIN", Quantity.Each(0)))),
        Of("a pick against the end of its allocation", 1, [.. Bin("mine"), Allocate("was", "mine", "BIN")],
            At(1, Moved("a", "BIN", "WH") with { Lines = [Picked("BIN", "WH")] }),
            At(2, new DeallocateReservation("b", "mine"))),
        Of("a pick against giving the goods to another", 1,
            [.. Bin("mine"), Order("other", 1) with { Priority = 1 }, Allocate("was", "mine", "BIN")],
            At(1, Moved("a", "BIN", "WH") with { Lines = [Picked("BIN", "WH")] }),
            At(2, new ReallocateReservation("b", "mine", "other", "NUT"))),
        Of("a shipment against giving the goods to another", 1,
            [.. Bin("mine"), Order("other", 2) with { Priority = 1 }, Allocate("was", "mine", "BIN")],
            At(1, Issued("a", "BIN") with { Lines = [Picked("BIN", null)] }),
            At(2, new ReallocateReservation("b", "mine", "other", "NUT"))),
    ];

    private static Command[] Bin(params string[] orders) =>
    [
        new DefineLocation("def-bin", "BIN", LocationKind.Bin, "WH"), Shop.Receipt("binned", 1, to: "BIN"),
        .. orders.Select(order => Order(order, 1)),
    ];

    private static Command[] Goods =>
    [
        new DefineSku("def-egg", "EGG") { Tracking = Tracking.Lot }, Egg("short", "SHORT", 2), Egg("long", "LONG", 30),
    ];

    /// <summary>Three engines, so that one finds what two others have left, or callers with a second call.</summary>
    public static IReadOnlyList<Scenario> Larger { get; } =
    [
        Of("three reserves of two units", 2, At(1, Reserve("a", 1)), At(2, Reserve("b", 1)), At(3, Reserve("c", 1))),
        Of("a reserve, an issue and a transfer of two units", 2,
            At(1, Reserve("a", 1)), At(2, Issue("b", 1)), At(3, Transfer("c", 1))) with
        {
            IsWarm = true,
        },
        Of("the same key at three engines", 2, At(1, Reserve("a", 1)), At(2, Reserve("a", 1)), At(3, Reserve("a", 1))),
        Of("a unit reserved and given back at two engines", 1,
            At(1, Reserve("a", 1), Release("b", "a")), At(2, Reserve("c", 1), Release("d", "c"))),
    ];

    public static Scenario Find(string name) => All.Concat(Larger).Single(scenario => scenario.ToString() == name);

    // Two callers at each of two engines: what one engine has in flight meets what it decides next.
    private static Scenario Both() => Of("two callers each", 2,
        At(1, Reserve("a", 1)), At(1, Reserve("b", 1)), At(2, Issue("c", 1)));

    private static Scenario[] WithMemory(Scenario cold) => [cold, cold with { IsWarm = true }];

    private static Scenario Of(string name, int units, params Caller[] callers) => Of(name, units, [], callers);

    public static Scenario Of(string name, int units, Command[] before, params Caller[] callers) => new(
        name,
        [
            new DefineLocation("def-wh", "WH", LocationKind.Site),
            new DefineLocation("def-nyc", "NYC", LocationKind.Site),
            new DefineSku("def-nut", "NUT"), new DefineSku("def-milk", "MILK"),
            .. units == 0 ? [] : (Command[])[Shop.Receipt("stock", units, to: "WH") with { Effective = Past(5) }],
            .. before,
        ],
        callers);

    private static DispatchTransfer Sent(CommandKey key, int units) =>
        new(key, "NYC", new MovementLine("NUT", Quantity.Each(units)) { From = "WH" });

    private static SetSelling AtMost(int units) =>
        new("limit", "NUT", new SellingLine(new SellingRule { CustomerLimit = units }));

    private static ReceiveTransfer Arrive(CommandKey key, int units) =>
        new(key, "mine", new ArrivalLine(0, Quantity.Each(units)));

    private static PostMovement Egg(CommandKey key, string lot, int days) => new(
        key, MovementKind.Receipt,
        new MovementLine("EGG", Quantity.Each(1))
        {
            To = "WH",
            Lot = lot,
            Cost = Cost.PerUnit(1),
            Dates = new LotDates { UseBy = Day(days) },
        });

    private static PostMovement Sold(CommandKey key, string lot) => new(
        key, MovementKind.Issue, new MovementLine("EGG", Quantity.Each(1)) { From = "WH", Lot = lot });

    private static ReserveStock Needed(CommandKey key, int days) =>
        new(key, "EGG", "WH", Quantity.Each(1)) { NeededBy = days == 0 ? null : Day(days) };

    private static LocalDate Day(int days) => Past(0).InUtc().Date.PlusDays(days);

    private static Caller At(int engine, params Command[] calls) =>
        new(engine, [.. calls.Select(command => new[] { command })]);

    private static Caller Together(int engine, params Command[] commands) =>
        new(engine, commands) { IsAtomic = true };

    public static Instant Past(int days) => Shop.Begin + Duration.FromDays(10 - days);

    public static ReserveStock Reserve(CommandKey key, params int[] units) => new(
        key, [.. units.Select(each => new ReservationLine("NUT", Quantity.Each(each), "WH"))]);

    /// <summary>As many as there are.</summary>
    public static ReserveStock Some(CommandKey key, int units) =>
        Reserve(key, units) with { Shortage = Shortage.TakeAvailable };

    /// <summary>An order that waits for what is not there.</summary>
    public static ReserveStock Order(CommandKey key, int units) =>
        Reserve(key, units) with { Kind = PromiseKind.Order, Shortage = Shortage.Backorder };

    /// <summary>A hold that ends before the callers send where the scenario's holds end.</summary>
    public static ReserveStock Brief(CommandKey key, int units) =>
        Reserve(key, units) with { TimeToLive = Duration.FromMinutes(5) };

    public static PostMovement Ship(CommandKey key, CommandKey order, int units = 1) => new(
        key, MovementKind.Issue, new MovementLine("NUT", Quantity.Each(units)) { From = "WH", Reservation = order });

    /// <summary>Binds one unit at a place.</summary>
    public static AllocateReservation Allocate(CommandKey key, CommandKey order, string place) => new(key, order)
    {
        Goods = [new AllocationLine("NUT", Quantity.Each(1), place)],
    };

    /// <summary>Takes one unit from one place of the pool to another.</summary>
    public static PostMovement Moved(CommandKey key, string from, string to) => new(
        key, MovementKind.Transfer, new MovementLine("NUT", Quantity.Each(1)) { From = from, To = to });

    private static MovementLine Picked(string from, string? to) =>
        new("NUT", Quantity.Each(1)) { From = from, To = to, Reservation = "mine" };

    private static PostMovement Issued(CommandKey key, string from) => new(
        key, MovementKind.Issue, new MovementLine("NUT", Quantity.Each(1)) { From = from });

    public static ReleaseReservation Release(CommandKey key, CommandKey reservation) => new(key, reservation);

    public static PostMovement Issue(CommandKey key, params int[] units) => new(
        key, MovementKind.Issue,
        [.. units.Select(each => new MovementLine("NUT", Quantity.Each(each)) { From = "WH" })]);

    public static PostMovement Receipt(CommandKey key, string sku = "NUT") => Shop.Receipt(key, 1, to: "WH", sku: sku);

    public static PostMovement Transfer(CommandKey key, int units) => new(
        key, MovementKind.Transfer, new MovementLine("NUT", Quantity.Each(units)) { From = "WH", To = "NYC" });
}
