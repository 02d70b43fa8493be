using Inventory.Books;
using Inventory.Days;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Timeline;

namespace Inventory.History;

/// <summary>
/// Closes blocks behind the head of a SKU's ledger and mends them when late facts arrive. In the hot path it writes
/// nothing: every 128 entries of a SKU it writes their balances, daily totals and the books' checkpoints together.
/// </summary>
internal sealed class BlockKeeper(BookKeeper keeper, BookFollower follower, LocationDirectory locations)
{
    private readonly OpenBlocks _open = new();

    /// <summary>
    /// Follows a batch that has just been written in the same transaction. Heads are read only where a block may be
    /// full, or where it is not known how full it is.
    /// </summary>
    /// <returns>The open blocks then: to be remembered once the transaction is durable.</returns>
    public async ValueTask<List<OpenBlock>> FollowAsync(IStoreWriter writer, CommitBatch batch)
    {
        var open = new List<OpenBlock>(batch.Heads.Count);
        var late = batch.HasLate ? batch.Entries.Where(entry => entry.IsLate).ToLookup(entry => entry.Sku) : null;
        var asked = new List<int>();
        foreach (var head in batch.Heads)
        {
            if (late?.Contains(head.Sku) != true && _open.After(batch, head) is { Count: < Block.Size } block)
            {
                open.Add(block);
            }
            else
            {
                asked.Add(head.Sku);
            }
        }

        foreach (var head in await writer.GetHeadsAsync(asked).ConfigureAwait(false))
        {
            open.Add(late?.Contains(head.Sku) == true
                ? new OpenBlock(
                    head.Sku, head.Sequence,
                    await FollowAsync(writer, head, [.. late[head.Sku]]).ConfigureAwait(false), Entries: null)
                : await FollowAsync(writer, batch, head).ConfigureAwait(false));
        }

        return open;
    }

    /// <summary>Remembers the open blocks as the store has them after a batch.</summary>
    public void Remember(CommitBatch batch, List<OpenBlock> open) => _open.Put(batch, open);

    /// <summary>Follows one SKU: mends closed blocks for late facts, then closes what is full.</summary>
    /// <returns>How many entries its open block has then.</returns>
    public async ValueTask<int> FollowAsync(IHistoryWriter writer, Head head, IReadOnlyList<Entry> late)
    {
        var closed = late.Where(entry => entry.Key < head.BlockStart).ToList();
        if (closed.Count > 0)
        {
            await locations.EnsureAsync(writer, closed).ConfigureAwait(false);
            await MendAsync(writer, head, closed).ConfigureAwait(false);
        }

        // The store counts entries that are not late; late ones that fall into the open block lie in it all the same.
        return await CloseAsync(writer, head, head.BlockEntries + late.Count - closed.Count, known: null)
            .ConfigureAwait(false);
    }

    // What a batch adds in order to a SKU that is sold a lot is at hand, and so is what lay in the block before.
    private async ValueTask<OpenBlock> FollowAsync(IStoreWriter writer, CommitBatch batch, Head head)
    {
        var added = batch.Entries.Where(entry => entry.Sku == head.Sku).ToList();
        var known = _open.Entries(batch, head);
        if (known is not null)
        {
            known.AddRange(added);
            await locations.EnsureAsync(writer, known).ConfigureAwait(false);
        }

        var left = await CloseAsync(
            writer, head, head.BlockEntries, known?.Count == head.BlockEntries ? known : null).ConfigureAwait(false);
        return new OpenBlock(
            head.Sku, head.Sequence, left, left <= added.Count ? added.GetRange(added.Count - left, left) : null);
    }

    // Returns how many entries the open block has then.
    private async ValueTask<int> CloseAsync(IHistoryWriter writer, Head head, int count, List<Entry>? known)
    {
        var start = head.BlockStart;
        for (var at = 0; count >= Block.Size; at += Block.Size)
        {
            var entries = known?.GetRange(at, Block.Size)
                ?? await keeper.EntriesAsync(writer, head.Sku, start, EntryKey.End, Block.Size).ConfigureAwait(false);
            await CloseAsync(writer, head.Sku, start, entries).ConfigureAwait(false);
            start = entries[^1].Key.Next;
            count -= Block.Size;
        }

        if (start != head.BlockStart || count != head.BlockEntries)
        {
            await writer.PutOpenBlockAsync(head.Sku, start, count).ConfigureAwait(false);
        }

        return count;
    }

    private async ValueTask CloseAsync(IHistoryWriter writer, int sku, EntryKey start, List<Entry> entries)
    {
        var recordedFrom = await RecordedFromAsync(writer, sku, start, entries).ConfigureAwait(false);
        await PutAsync(writer, new Block(sku, start, entries.Count, recordedFrom), entries).ConfigureAwait(false);
        await AddDaysAsync(writer, entries).ConfigureAwait(false);
        await follower.FollowAsync(writer, sku, start, entries, entries[^1].Key.Next).ConfigureAwait(false);
    }

    private async ValueTask MendAsync(IHistoryWriter writer, Head head, List<Entry> late)
    {
        var touched = new SortedSet<EntryKey>();
        foreach (var entry in late)
        {
            var (block, _) = await writer.FindBlockAsync(head.Sku, entry.Key).ConfigureAwait(false);
            var start = block!.Value.Start;
            touched.Add(start);
            await ShiftAsync(writer, entry, entry.From, start, -entry.Quantity).ConfigureAwait(false);
            await ShiftAsync(writer, entry, entry.To, start, entry.Quantity).ConfigureAwait(false);
        }

        foreach (var start in touched)
        {
            await RefoldAsync(writer, head, start).ConfigureAwait(false);
        }

        await AddDaysAsync(writer, late).ConfigureAwait(false);
        await follower.RestateAsync(writer, head.Sku, touched.Min, head.BlockStart).ConfigureAwait(false);
    }

    private ValueTask ShiftAsync(IHistoryWriter writer, Entry entry, Spot spot, EntryKey after, long change) =>
        locations[spot.Place].IsOwn && change != 0
            ? writer.ShiftBlocksAsync(entry.Sku, spot.WithoutLot(), after, change)
            : ValueTask.CompletedTask;

    // A block that late facts have doubled is cut into blocks of the usual size.
    private async ValueTask RefoldAsync(IHistoryWriter writer, Head head, EntryKey start)
    {
        var (_, next) = await writer.FindBlockAsync(head.Sku, start).ConfigureAwait(false);
        var entries = await keeper.EntriesAsync(writer, head.Sku, start, next ?? head.BlockStart).ConfigureAwait(false);
        while (entries.Count > 0)
        {
            var size = entries.Count > Block.SizeMax ? Block.Size : entries.Count;
            var part = entries.GetRange(0, size);
            entries.RemoveRange(0, size);
            var recordedFrom = await RecordedFromAsync(writer, head.Sku, start, part).ConfigureAwait(false);
            await PutAsync(writer, new Block(head.Sku, start, size, recordedFrom), part).ConfigureAwait(false);
            start = part[^1].Key.Next;
        }
    }

    private async ValueTask PutAsync(IHistoryWriter writer, Block block, List<Entry> entries)
    {
        var fold = new BlockFold(number => locations[number]);
        foreach (var entry in entries)
        {
            fold.Add(entry);
        }

        var before = new Dictionary<Spot, long>();
        foreach (var spot in fold.Touched)
        {
            var last = await writer.FindBlockBalanceAsync(block.Sku, spot, block.Start.Previous).ConfigureAwait(false);
            before[spot] = last is { } so ? so.Before + so.Net : 0;
        }

        await writer.PutBlockAsync(block, [.. fold.Balances(block, before)]).ConfigureAwait(false);
    }

    private async ValueTask AddDaysAsync(IHistoryWriter writer, List<Entry> entries)
    {
        var fold = new DayFold(number => locations[number]);
        entries.ForEach(fold.Add);
        await writer.AddDaysAsync(fold.Totals).ConfigureAwait(false);
    }

    // Of a block of late facts only, whatever came in order before it: none of that may have been learned later.
    private async ValueTask<long> RecordedFromAsync(IHistoryWriter writer, int sku, EntryKey start, List<Entry> entries)
    {
        if (entries.Find(entry => !entry.IsLate) is { } first)
        {
            return first.Recorded;
        }

        var (before, _) = await writer.FindBlockAsync(sku, start.Previous).ConfigureAwait(false);
        if (before is not { } block || start == EntryKey.Start)
        {
            return 0;
        }

        var earlier = await keeper.EntriesAsync(writer, sku, block.Start, start).ConfigureAwait(false);
        return earlier.FindLast(entry => !entry.IsLate)?.Recorded ?? block.RecordedFrom;
    }
}
