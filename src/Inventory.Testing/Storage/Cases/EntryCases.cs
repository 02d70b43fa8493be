using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Testing.Storage.Cases;

internal sealed class EntryCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Written_GetTheirCommit_AndKeepEveryField()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(new DefineReason(_given.Key(), "loss")).ConfigureAwait(false);
        var now = fixture.Driver.Now;
        var receipt = _given.Receipt(10, 1.2345m) with
        {
            Effective = Micros.ToInstant(now - 7_000_001), Occurred = Micros.ToInstant(now - 9_000_000),
        };
        var scrap = new PostMovement(_given.Key(), MovementKind.Scrap,
            new MovementLine(Given.DefaultSku, Quantity.Each(1))
        {
            From = Given.DefaultPlace, DocumentLine = 12,
        }) { Reason = "loss" };
        var prepared = await fixture.Driver.CommitAsync(_given.Sku("SKU-2"), receipt, scrap, _given.Count(4))
            .ConfigureAwait(false);
        var undo = await fixture.Driver.CommitAsync(_given.Reversal(scrap.Key)).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
            .ConfigureAwait(false);

        Expect.Rows(
            [
                .. prepared.Batch.Entries.Select(entry => entry with { Commit = 3 }),
                .. undo.Batch.Entries.Select(entry => entry with { Commit = 4 }),
            ],
            stored, "entries");
        Expect.That(stored[0].Cost is not null && stored[1].Reason == 1 && stored[2].Counted == 4
            && stored[3].Reverses == 2, "the case covers every field");
    }

    public async Task Look_Ups_FindByPlaceInTime()
    {
        var all = await WriteAsync().ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetEntriesAsync(
            [(1, all[2].Key), (1, all[0].Key), (1, all[0].Key.Next), (2, all[0].Key)])).ConfigureAwait(false);

        Expect.Set([all[0], all[2]], found, "entries by place in time");
        Expect.Equal(0, (await fixture.ReadAsync(reader => reader.GetEntriesAsync([])).ConfigureAwait(false)).Count,
            "entries by no key");
    }

    public async Task Read_From_IsIncluded()
    {
        var all = await WriteAsync().ConfigureAwait(false);

        Expect.Rows(all[1..], await RangeAsync(all[1].Key, EntryKey.End).ConfigureAwait(false), "from an entry on");
        Expect.Rows(all[2..], await RangeAsync(all[1].Key.Next, EntryKey.End).ConfigureAwait(false),
            "from just after an entry on");
    }

    public async Task Read_Before_IsExcluded()
    {
        var all = await WriteAsync().ConfigureAwait(false);

        Expect.Rows(all[..2], await RangeAsync(EntryKey.Start, all[2].Key).ConfigureAwait(false), "before an entry");
        Expect.Rows(all[..3], await RangeAsync(EntryKey.Start, all[2].Key.Next).ConfigureAwait(false),
            "up to an entry");
        Expect.Rows(
            all[..3], await RangeAsync(EntryKey.Start, EntryKey.AfterInstant(all[2].Effective))
                .ConfigureAwait(false), "up to an instant");
    }

    public async Task Read_EmptyRanges_AreEmpty()
    {
        var all = await WriteAsync().ConfigureAwait(false);

        Expect.Rows([], await RangeAsync(all[1].Key, all[1].Key).ConfigureAwait(false), "from an entry to itself");
        Expect.Rows([], await RangeAsync(all[3].Key, all[1].Key).ConfigureAwait(false),
            "from a later entry to an earlier one");
        Expect.Rows([], await RangeAsync(EntryKey.Start, EntryKey.Start).ConfigureAwait(false), "before everything");
        Expect.Rows([], await RangeAsync(EntryKey.Start, EntryKey.End, sku: 3).ConfigureAwait(false),
            "of a SKU that is not there");
    }

    public async Task Read_OneSku_LeavesOutItsNeighbours()
    {
        await WriteAsync().ConfigureAwait(false);

        Expect.Rows([2], (await RangeAsync(EntryKey.Start, EntryKey.End, sku: 2).ConfigureAwait(false))
            .Select(entry => entry.Sku), "SKU 2");
    }

    public async Task Spots_OutsideAreKeptAsTheyAre()
    {
        var all = await WriteAsync().ConfigureAwait(false);

        Expect.Equal(new Spot(1, 0, StockStatus.Available), all[0].From, "the supplier's spot");
        Expect.Equal(WellKnownLocations.Supplier, WellKnownLocations.All[0].Code, "location number 1");
        Expect.Equal(new Spot(6, 0, StockStatus.Available), all[0].To, "the place's spot");
    }

    // Five entries of SKU 1, a second apart, and one of SKU 2 in the midst of them.
    private async Task<List<Entry>> WriteAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Sku("SKU-2")).ConfigureAwait(false);
        for (var i = 0; i < 5; i++)
        {
            await fixture.Driver.CommitAsync(_given.Receipt(i + 1)).ConfigureAwait(false);
            if (i == 2)
            {
                await fixture.Driver.CommitAsync(_given.Receipt(1, sku: "SKU-2")).ConfigureAwait(false);
            }
        }

        var all = await RangeAsync(EntryKey.Start, EntryKey.End).ConfigureAwait(false);
        Expect.Rows([1L, 2, 3, 4, 5], all.Select(entry => entry.Sequence), "all entries");
        return all;
    }

    private Task<List<Entry>> RangeAsync(EntryKey from, EntryKey before, int sku = 1) =>
        fixture.StreamAsync(reader => reader.ReadEntriesAsync(sku, from, before));
}
