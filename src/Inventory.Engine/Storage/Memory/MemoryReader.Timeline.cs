using Inventory.Ledger;
using Inventory.Timeline;

namespace Inventory.Storage.Memory;

/// <content>Entries in their orders, and the blocks they are closed in.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<Entry>> GetEntriesAsync(IReadOnlyCollection<(int Sku, EntryKey Key)> keys) =>
        Found(Values(Tables.Entries, keys));

    public IAsyncEnumerable<Entry> ReadEntriesAsync(int sku, EntryKey from, EntryKey before) =>
        Stream(Tables.Entries.From((sku, from)).TakeWhile(entry => entry.Sku == sku && entry.Key < before));

    public IAsyncEnumerable<Entry> ReadLateEntriesAsync(int sku, long recordedAfter) =>
        Stream(Tables.LateEntries.DownFrom((sku, long.MaxValue, long.MaxValue))
            .TakeWhile(entry => entry.Sku == sku && entry.Recorded > recordedAfter));

    public IAsyncEnumerable<Entry> ReadLotEntriesAsync(int sku, long lot) =>
        Stream(Tables.LotEntries.From((sku, lot, EntryKey.Start))
            .TakeWhile(entry => entry.Sku == sku && (entry.From.Lot == lot || entry.To.Lot == lot)));

    public ValueTask<(Block? Block, EntryKey? Next)> FindBlockAsync(int sku, EntryKey at)
    {
        var block = FirstOf(Tables.Blocks.DownFrom((sku, at)), found => found.Sku == sku);
        var next = FirstOf(Tables.Blocks.After((sku, at)), found => found.Sku == sku);
        return One((block, next?.Start), (block is null ? 0 : 1) + (next is null ? 0 : 1));
    }

    public ValueTask<Block?> FindBlockByRecordedAsync(int sku, long recorded)
    {
        // Blocks are in order of their recording too, so the first one found going back is the last one.
        var blocks = Tables.Blocks.DownFrom((sku, EntryKey.End)).TakeWhile(block => block.Sku == sku);
        var found = FirstOf(blocks.SkipWhile(block => block.RecordedFrom > recorded), _ => true);
        return One(found, found is null ? 0 : 1);
    }

    public ValueTask<BlockBalance?> FindBlockBalanceAsync(int sku, Spot spot, EntryKey at)
    {
        var found = FirstOf(
            Tables.BlockBalances.DownFrom(Keys.Of(sku, spot, at)),
            balance => balance.Sku == sku && balance.Spot == spot);
        return One(found, found is null ? 0 : 1);
    }

    public IAsyncEnumerable<BlockBalance> ReadBlockBalancesAsync(int sku, Spot spot, EntryKey after) =>
        Stream(BlockBalancesAfter(sku, spot, after));

    protected IEnumerable<BlockBalance> BlockBalancesAfter(int sku, Spot spot, EntryKey after) =>
        Tables.BlockBalances.After(Keys.Of(sku, spot, after))
            .TakeWhile(balance => balance.Sku == sku && balance.Spot == spot);
}
