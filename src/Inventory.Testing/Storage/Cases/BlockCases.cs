using Inventory.Ledger;
using Inventory.Timeline;

namespace Inventory.Testing.Storage.Cases;

internal sealed class BlockCases(StoreFixture fixture)
{
    private static readonly Block First = new(1, EntryKey.Start, 128, 1000);
    private static readonly Block Second = new(1, new EntryKey(50, 7), 128, 2000);
    private static readonly Block Third = new(1, new EntryKey(50, 9), 100, 2000);

    public async Task OpenBlock_IsSet_AndCountsOn()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(fixture.Given.Receipt(1)).ConfigureAwait(false);
        await fixture.WriteAsync(writer => writer.PutOpenBlockAsync(1, new EntryKey(5, 6), 7)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(fixture.Given.Receipt(1), fixture.Given.Receipt(1)).ConfigureAwait(false);

        var head = (await fixture.ReadAsync(reader => reader.GetHeadsAsync([1])).ConfigureAwait(false))[0];

        Expect.Equal((new EntryKey(5, 6), 9, 3L), (head.BlockStart, head.BlockEntries, head.Sequence),
            "start, entries, last sequence");
    }

    public async Task Find_GivesTheBlockAndTheNextStart()
    {
        await PutAsync().ConfigureAwait(false);

        Expect.Equal((First, Second.Start), await FindAsync(EntryKey.Start).ConfigureAwait(false),
            "at the first start");
        Expect.Equal((First, Second.Start), await FindAsync(new EntryKey(50, 6)).ConfigureAwait(false),
            "just before the second");
        Expect.Equal((Second, Third.Start), await FindAsync(Second.Start).ConfigureAwait(false), "at the second");
        Expect.Equal((Third, null), await FindAsync(EntryKey.AfterInstant(50)).ConfigureAwait(false),
            "after the third");
        Expect.Equal((Third, null), await FindAsync(EntryKey.End).ConfigureAwait(false), "at the end");
    }

    public async Task Find_BeforeTheFirst_GivesOnlyTheNext()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(writer => writer.PutBlockAsync(Second, [])).ConfigureAwait(false);

        Expect.Equal((null, Second.Start), await FindAsync(EntryKey.Start).ConfigureAwait(false),
            "before the only block");
        Expect.Equal((null, null), await FindAsync(EntryKey.Start, sku: 2).ConfigureAwait(false), "of another SKU");
    }

    public async Task Find_BeforeEverything_FindsNothingBefore()
    {
        await PutAsync().ConfigureAwait(false);

        Expect.Equal((null, First.Start), await FindAsync(EntryKey.Start.Previous).ConfigureAwait(false),
            "just before the first start");
    }

    public async Task FindByRecorded_GivesTheLastBlockThatBeganByThen()
    {
        await PutAsync().ConfigureAwait(false);

        Expect.Equal(null, await ByRecordedAsync(999).ConfigureAwait(false), "before the first");
        Expect.Equal(First, await ByRecordedAsync(1000).ConfigureAwait(false), "at the first");
        Expect.Equal(First, await ByRecordedAsync(1999).ConfigureAwait(false), "before the second");
        Expect.Equal(Third, await ByRecordedAsync(2000).ConfigureAwait(false), "at the second, which the third shares");
        Expect.Equal(Third, await ByRecordedAsync(long.MaxValue).ConfigureAwait(false), "at the end");
        Expect.Equal(null, await ByRecordedAsync(2000, sku: 2).ConfigureAwait(false), "of another SKU");
    }

    public async Task Put_Again_Overwrites()
    {
        await PutAsync().ConfigureAwait(false);
        var changed = Second with { Entries = 129, RecordedFrom = 1500 };
        await fixture.WriteAsync(writer => writer.PutBlockAsync(changed, [])).ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        Expect.Rows([First, changed, Third], rows.Blocks, "blocks");
    }

    // Blocks of SKU 1, and one of SKU 2 that a careless range would find.
    private async Task PutAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            await writer.PutBlockAsync(Third, []).ConfigureAwait(false);
            await writer.PutBlockAsync(First, []).ConfigureAwait(false);
            await writer.PutBlockAsync(Second, []).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private Task<(Block? Block, EntryKey? Next)> FindAsync(EntryKey at, int sku = 1) =>
        fixture.ReadAsync(reader => reader.FindBlockAsync(sku, at));

    private Task<Block?> ByRecordedAsync(long recorded, int sku = 1) =>
        fixture.ReadAsync(reader => reader.FindBlockByRecordedAsync(sku, recorded));
}
