using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Testing.Storage.Cases;

internal sealed class LegCases(StoreFixture fixture)
{
    private const long Second = 1_000_000;

    private readonly Given _given = fixture.Given;
    private readonly PositionKey _pool = new(6);

    public async Task Queue_IsByPriority_ThenByWhoCameFirst()
    {
        await ReceiveAsync(1).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("early"), Order("late"), Order("urgent") with { Priority = 2 })
            .ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            Order("more urgent", 3) with { Priority = 3 }, Order("patient") with { Priority = -1 },
            Order("elsewhere", 2, pool: "EAST"), Order("another", sku: "SKU-2")).ConfigureAwait(false);

        // The one unit went to the first, which does not wait.
        Expect.Rows(["more urgent", "urgent", "late", "patient"], await QueueAsync(_pool).ConfigureAwait(false),
            "who waits");
        Expect.Rows(["elsewhere"], await QueueAsync(new(7)).ConfigureAwait(false), "who waits in another pool");
        Expect.Rows([], await QueueAsync(new(6, 1)).ConfigureAwait(false), "who waits where nobody does");

        await fixture.Driver.CommitAsync(_given.Receipt(4)).ConfigureAwait(false);
        Expect.Rows(["late", "patient"], await QueueAsync(_pool).ConfigureAwait(false), "who still waits");
    }

    public async Task Promised_AreByEnd_LatestFirst_ThenTheYoungest()
    {
        await ReceiveAsync(20).ConfigureAwait(false);
        var now = fixture.Driver.Now;
        await fixture.Driver.CommitAsync(
            Hold("soon", now + 600 * Second), Hold("later", now + 1200 * Second), Hold("too", now + 1200 * Second),
            _given.Reserve(1) with { Key = "for good" }, Order("order"),
            Hold("elsewhere", now + 1200 * Second, "SKU-2")).ConfigureAwait(false);
        var end = (await LegsAsync("soon").ConfigureAwait(false))[0].Expires;

        Expect.Rows(["too", "later", "soon", "order", "for good"], await PromisedAsync(end - 1).ConfigureAwait(false),
            "promises while all hold");
        Expect.Rows(["too", "later", "order", "for good"], await PromisedAsync(end).ConfigureAwait(false),
            "promises when the first has ended");
        await fixture.Driver.CommitAsync(_given.Release("later"), _given.Release("order")).ConfigureAwait(false);
        Expect.Rows(["too", "soon", "for good"], await PromisedAsync(end - 1).ConfigureAwait(false),
            "promises that are left");
    }

    public async Task Holder_Holds_WhatHasNoEndFirst_ThenByEnd()
    {
        await ReceiveAsync(20).ConfigureAwait(false);
        var now = fixture.Driver.Now;
        await fixture.Driver.CommitAsync(
            Hold("later", now + 1200 * Second) with { Holder = "cart" },
            Hold("soon", now + 600 * Second, "SKU-2") with { Holder = "cart" },
            _given.Reserve(1, pool: "EAST") with { Key = "for good", Holder = "cart" },
            Hold("other", now + 600 * Second) with { Holder = "cart 2" }, Hold("nobody", now + 600 * Second),
            Hold("capital", now + 600 * Second) with { Holder = "CART" }).ConfigureAwait(false);
        var end = (await LegsAsync("soon", sku: 2).ConfigureAwait(false))[0].Expires;

        Expect.Rows(["for good", "soon", "later"], await HolderAsync("cart", end - 1).ConfigureAwait(false),
            "holds while all hold");
        Expect.Rows(["for good", "later"], await HolderAsync("cart", end).ConfigureAwait(false),
            "holds when one has ended");
        await fixture.Driver.CommitAsync(new ConvertReservation(_given.Key(), "later") { Holder = "cart" })
            .ConfigureAwait(false);
        Expect.Rows(["for good"], await HolderAsync("cart", end).ConfigureAwait(false), "what is ordered is not held");
        Expect.Rows([], await HolderAsync("car", 0).ConfigureAwait(false), "a holder that there is not");
    }

    public async Task Taken_IsWhatAHolderHolds_HasOrdered_AndWasShipped()
    {
        await ReceiveAsync(20).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            Order("waits", 30) with { Holder = "ann" }, Order("shipped", pool: "EAST") with { Holder = "ann" },
            Hold("ended", fixture.Driver.Now + 600 * Second, "SKU-2") with { Holder = "ann" },
            Order("given up") with { Holder = "ann" }, Order("other") with { Holder = "Ann" }, Order("nobody"))
            .ConfigureAwait(false);
        var ship = Ship("shipped");
        await fixture.Driver.CommitAsync(
            ship with { Lines = [ship.Lines[0] with { From = "EAST" }] }, Release("given up", "ann"))
            .ConfigureAwait(false);
        fixture.Driver.Now += 3600 * Second;
        await fixture.Driver.CommitAsync(
            _given.Reserve(1, pool: "EAST") with { Key = "held", Holder = "ann" }).ConfigureAwait(false);

        Expect.Rows(["held", "waits", "shipped"], await TakenAsync("ann", 1).ConfigureAwait(false), "what it has had");
        Expect.Rows(["ended"], await TakenAsync("ann", 2).ConfigureAwait(false), "what it has had of the other SKU");
        Expect.Rows([], await TakenAsync("an", 1).ConfigureAwait(false), "what a holder has had that there is not");
    }

    public async Task Short_ArePositionsThatPromiseMoreThanIsThere()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(5, sku: "SKU-2"), _given.Reserve(4), _given.Reserve(5, "SKU-2"))
            .ConfigureAwait(false);
        Expect.Rows([], await ShortAsync().ConfigureAwait(false), "positions when all is there");

        await fixture.Driver.CommitAsync(_given.Count(3, "SKU-2"), _given.Count(3)).ConfigureAwait(false);
        Expect.Rows([(1, -1L), (2, -2L)], await ShortAsync().ConfigureAwait(false), "positions, by SKU");

        await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);
        Expect.Rows([(2, -2L)], await ShortAsync().ConfigureAwait(false), "positions once one is made good");
    }

    public async Task Keys_AreFoundByCommitAndOrdinal()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reserve(1) with { Key = "one" }, _given.Reserve(1) with { Key = "two" })
            .ConfigureAwait(false);

        var found = await fixture
            .ReadAsync(reader => reader.GetCommandKeysAsync([(3, 1), (3, 2), (3, 0), (9, 0)])).ConfigureAwait(false);

        Expect.Set([(3L, 0, new CommandKey("one")), (3L, 1, new CommandKey("two"))], found, "keys");
    }

    public async Task Versions_StopAFill_WhereAnotherOrderCameFirst()
    {
        await ReceiveAsync(0).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("patient", 5)).ConfigureAwait(false);
        var fill = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = fill.Batch.Recorded;
        await fixture.Driver.CommitAsync(Order("urgent", 5) with { Priority = 1 }).ConfigureAwait(false);

        await StoppedAsync(fill, "a fill of what no longer comes first").ConfigureAwait(false);
    }

    public async Task Versions_OfOneSku_LeaveOthersAlone()
    {
        await ReceiveAsync(0).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("patient", 5)).ConfigureAwait(false);
        var fill = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = fill.Batch.Recorded;
        await fixture.Driver.CommitAsync(Order("other", 5, sku: "SKU-2") with { Priority = 1 }).ConfigureAwait(false);

        Expect.That(await fixture.TryCommitAsync(fill).ConfigureAwait(false), "the fill is written");
        Expect.Rows([], await QueueAsync(_pool).ConfigureAwait(false), "who waits");
    }

    public async Task Leg_ConvertedAfterItWasReleased_IsStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reserve(4) with { Key = "mine" }, _given.Reserve(4))
            .ConfigureAwait(false);
        var convert = await fixture.PrepareAsync(new ConvertReservation(_given.Key(), "mine")).ConfigureAwait(false);
        fixture.Driver.Now = convert.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Release("mine")).ConfigureAwait(false);

        await StoppedAsync(convert, "the conversion of what was given back").ConfigureAwait(false);
    }

    public async Task Leg_ConvertedAfterItWasExtended_IsStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var now = fixture.Driver.Now;
        await fixture.Driver.CommitAsync(
            Hold("mine", now + 600 * Second), Hold("other", now + 600 * Second)).ConfigureAwait(false);
        var convert = await fixture.PrepareAsync(new ConvertReservation(_given.Key(), "mine")).ConfigureAwait(false);
        fixture.Driver.Now = convert.Batch.Recorded;
        await fixture.Driver.CommitAsync(
            new ExtendReservation(_given.Key(), "mine") { Until = Micros.ToInstant(now + 1200 * Second) })
            .ConfigureAwait(false);

        // As many units are held as before, but the total they are counted in is another.
        await StoppedAsync(convert, "the conversion of a hold with another end").ConfigureAwait(false);
    }

    public async Task Leg_FulfilledTwice_IsStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("mine"), Order("other")).ConfigureAwait(false);
        var ship = await fixture.PrepareAsync(Ship("mine")).ConfigureAwait(false);
        fixture.Driver.Now = ship.Batch.Recorded;
        await fixture.Driver.CommitAsync(Ship("mine")).ConfigureAwait(false);

        await StoppedAsync(ship, "a second shipment of one order").ConfigureAwait(false);
    }

    public async Task Available_CountsThoseWhoWait()
    {
        await ReceiveAsync(5).ConfigureAwait(false);
        var end = fixture.Driver.Now + 600 * Second;
        await fixture.Driver.CommitAsync(
            _given.Reserve(2) with { Key = "hold", Until = Micros.ToInstant(end) }).ConfigureAwait(false);
        fixture.Driver.Now = (await LegsAsync("hold").ConfigureAwait(false))[0].Expires;
        var reserve = await fixture.PrepareAsync(_given.Reserve(2)).ConfigureAwait(false);
        fixture.Driver.Now = reserve.Batch.Recorded - Second;
        await fixture.Driver.CommitAsync(Order("waits", 10)).ConfigureAwait(false);

        // The two units that become free when the hold ends would be enough, but an order waits for them.
        await StoppedAsync(reserve, "a reservation past those who wait").ConfigureAwait(false);
    }

    private async Task ReceiveAsync(int units)
    {
        await fixture.Driver.CommitAsync(
            _given.Sku(), _given.Sku("SKU-2"), _given.Site(), _given.Site("EAST")).ConfigureAwait(false);
        if (units > 0)
        {
            await fixture.Driver.CommitAsync(
                _given.Receipt(units), _given.Receipt(units, sku: "SKU-2"), _given.Receipt(units, to: "EAST"))
                .ConfigureAwait(false);
        }
    }

    private ReserveStock Order(
        string key, int units = 1, string sku = Given.DefaultSku, string pool = Given.DefaultPlace) =>
        _given.Reserve(units, sku, pool) with { Key = key, Kind = PromiseKind.Order, Shortage = Shortage.Backorder };

    private ReserveStock Hold(string key, long until, string sku = Given.DefaultSku) =>
        _given.Reserve(1, sku) with { Key = key, Until = Micros.ToInstant(until) };

    private PostMovement Ship(CommandKey order)
    {
        var issue = _given.Issue(1);
        return issue with { Lines = [issue.Lines[0] with { Reservation = order }] };
    }

    private async Task<IReadOnlyList<ReservationLeg>> LegsAsync(CommandKey key, int sku = 1)
    {
        var found = await fixture.ReadAsync(reader => reader.FindCommandsAsync([key])).ConfigureAwait(false);
        return await fixture.ReadAsync(reader => reader.GetLegsAsync([(sku, found[0].Commit, found[0].Ordinal)]))
            .ConfigureAwait(false);
    }

    private async Task<List<string>> QueueAsync(PositionKey key) => await NamesAsync(
        await fixture.StreamAsync(reader => reader.ReadQueueAsync(1, key)).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<List<string>> PromisedAsync(long now) => await NamesAsync(
        await fixture.StreamAsync(reader => reader.ReadPromisedAsync(1, _pool, now)).ConfigureAwait(false))
            .ConfigureAwait(false);

    private ReleaseReservation Release(CommandKey reservation, string holder) =>
        new(_given.Key(), reservation) { Holder = holder };

    private async Task<List<string>> TakenAsync(string holder, int sku) => await NamesAsync(
        await fixture.StreamAsync(reader => reader.ReadTakenAsync(holder, sku)).ConfigureAwait(false))
            .ConfigureAwait(false);

    private async Task<List<string>> HolderAsync(string holder, long now) => await NamesAsync(
        await fixture.StreamAsync(reader => reader.ReadHolderAsync(holder, now)).ConfigureAwait(false))
            .ConfigureAwait(false);

    private async Task<List<(int Sku, long Free)>> ShortAsync() =>
        [.. (await fixture.ReadAsync(reader => reader.GetShortPositionsAsync()).ConfigureAwait(false))
            .Select(position => (position.Sku, position.Free))];

    private async Task<List<string>> NamesAsync(List<ReservationLeg> legs)
    {
        var names = new List<string>();
        foreach (var leg in legs)
        {
            var keys = await fixture
                .ReadAsync(reader => reader.GetCommandKeysAsync([(leg.Key.Commit, leg.Key.Ordinal)]))
                .ConfigureAwait(false);
            names.Add(keys[0].Key.Text);
        }

        return names;
    }

    private Task StoppedAsync(PreparedBatch prepared, string what) => fixture.UnchangedAsync(
        async () => Expect.That(!await fixture.TryCommitAsync(prepared).ConfigureAwait(false), what
            + " is not written"), what);
}
