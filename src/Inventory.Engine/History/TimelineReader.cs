using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.History;

/// <summary>
/// Answers questions about the past of one SKU from one closed block and at most one block of entries.
/// </summary>
internal static class TimelineReader
{
    /// <summary>Units at a spot, all lots together, just before a place in time.</summary>
    public static async ValueTask<long> OnHandAsync(IStoreReader reader, Head head, Spot spot, EntryKey at)
    {
        var (start, quantity) = await BeforeBlockAsync(reader, head, spot, at).ConfigureAwait(false);
        await foreach (var entry in reader.ReadEntriesAsync(head.Sku, start, at).ConfigureAwait(false))
        {
            quantity += Change(entry, spot);
        }

        return quantity;
    }

    /// <summary>
    /// Where knowledge as of an instant ends in effective order: late entries apart, everything before it was known,
    /// nothing after.
    /// </summary>
    public static async ValueTask<EntryKey> KnownUpToAsync(IStoreReader reader, Head head, long recorded)
    {
        var cut = await LastKnownAsync(reader, head.Sku, head.BlockStart, EntryKey.End, recorded).ConfigureAwait(false);
        if (cut is not null || head.BlockStart == EntryKey.Start)
        {
            return cut ?? EntryKey.Start;
        }

        if (await reader.FindBlockByRecordedAsync(head.Sku, recorded).ConfigureAwait(false) is not { } block)
        {
            return EntryKey.Start;
        }

        var (_, next) = await reader.FindBlockAsync(head.Sku, block.Start).ConfigureAwait(false);
        return await LastKnownAsync(reader, head.Sku, block.Start, next ?? head.BlockStart, recorded)
            .ConfigureAwait(false) ?? block.Start;
    }

    /// <summary>The fewest units at a spot from an instant on, and when there are so few for the first time.</summary>
    public static async ValueTask<LowAnswer> LowestAsync(
        IStoreReader reader, Head head, LowQuestion question, bool hasLots)
    {
        var at = EntryKey.AfterInstant(question.From);
        return question.Spot.Lot != 0 ? await LowestOfLotAsync(reader, question, at).ConfigureAwait(false)
            : hasLots ? await LowestBesideLotsAsync(reader, question, at).ConfigureAwait(false)
            : await LowestOfPlaceAsync(reader, head, question, at).ConfigureAwait(false);
    }

    /// <summary>What an entry changes at a spot, all lots together.</summary>
    public static long Change(Entry entry, Spot spot) =>
        (entry.To.WithoutLot() == spot ? entry.Quantity : 0) - (entry.From.WithoutLot() == spot ? entry.Quantity : 0);

    /// <summary>
    /// Where the block begins that a place in time falls into, and the units at a spot before it.
    /// </summary>
    private static async ValueTask<(EntryKey Start, long Quantity)> BeforeBlockAsync(
        IStoreReader reader, Head head, Spot spot, EntryKey at)
    {
        var start = head.BlockStart;
        if (at < start)
        {
            var (block, _) = await reader.FindBlockAsync(head.Sku, at).ConfigureAwait(false);
            start = block?.Start ?? EntryKey.Start;
        }

        var last = await reader.FindBlockBalanceAsync(head.Sku, spot, start).ConfigureAwait(false);
        return (start, last is not { } so ? 0 : so.Start == start ? so.Before : so.Before + so.Net);
    }

    private static async ValueTask<EntryKey?> LastKnownAsync(IStoreReader reader, int sku, EntryKey from,
        EntryKey before, long recorded)
    {
        EntryKey? last = null;
        await foreach (var entry in reader.ReadEntriesAsync(sku, from, before).ConfigureAwait(false))
        {
            if (entry.IsLate)
            {
                continue;
            }

            if (entry.Recorded > recorded)
            {
                break;
            }

            last = entry.Key.Next;
        }

        return last;
    }

    private static async ValueTask<LowAnswer> LowestOfLotAsync(IStoreReader reader, LowQuestion question, EntryKey at)
    {
        var low = new Low(question);
        await foreach (var entry in reader.ReadLotEntriesAsync(question.Sku, question.Spot.Lot).ConfigureAwait(false))
        {
            low.Add(entry, at);
        }

        return low.Answer;
    }

    // Of units without a lot beside others that have one no sums are kept: what is there now leads back.
    private static async ValueTask<LowAnswer> LowestBesideLotsAsync(
        IStoreReader reader, LowQuestion question, EntryKey at)
    {
        var balance = await reader.GetBalancesAsync([(question.Sku, question.Spot)]).ConfigureAwait(false);
        var later = new List<Entry>();
        await foreach (var entry in reader.ReadEntriesAsync(question.Sku, at, EntryKey.End).ConfigureAwait(false))
        {
            if (entry.From == question.Spot || entry.To == question.Spot)
            {
                later.Add(entry);
            }
        }

        var low = new Low(
            question, balance.Sum(now => now.Quantity) - later.Sum(entry => Low.ChangeAt(entry, question.Spot)));
        foreach (var entry in later)
        {
            low.Add(entry, at);
        }

        return low.Answer;
    }

    private static async ValueTask<LowAnswer> LowestOfPlaceAsync(IStoreReader reader, Head head,
        LowQuestion question, EntryKey at)
    {
        var spot = question.Spot;
        var (start, quantity) = await BeforeBlockAsync(reader, head, spot, at).ConfigureAwait(false);
        var low = new Low(question, quantity);
        var (_, next) = start < head.BlockStart ? await reader.FindBlockAsync(head.Sku, start).ConfigureAwait(false)
            : default;
        var end = start < head.BlockStart ? next ?? head.BlockStart : EntryKey.End;
        await low.AddAsync(reader, start, end, at).ConfigureAwait(false);
        if (end == EntryKey.End)
        {
            return low.Answer;
        }

        // Closed blocks answer by their lows; only the one that holds a new low is read, to name its instant.
        await foreach (var block in reader.ReadBlockBalancesAsync(head.Sku, spot, start).ConfigureAwait(false))
        {
            if (block.Start.Effective >= question.Until)
            {
                return low.Answer;
            }

            if (block.Low < low.Answer.Quantity)
            {
                var (_, following) = await reader.FindBlockAsync(head.Sku, block.Start).ConfigureAwait(false);
                low.Restart(block.Before);
                await low.AddAsync(reader, block.Start, following ?? head.BlockStart, at).ConfigureAwait(false);
            }
        }

        low.Restart(await OnHandAsync(reader, head, spot, head.BlockStart).ConfigureAwait(false));
        await low.AddAsync(reader, head.BlockStart, EntryKey.End, at).ConfigureAwait(false);
        return low.Answer;
    }

    /// <summary>The running minimum while entries pass by.</summary>
    private sealed class Low(LowQuestion question, long quantity = 0)
    {
        private long _quantity = quantity;

        public LowAnswer Answer { get; private set; } = new(quantity, question.From);

        // Where a SKU has no lots, what all of them have is what has none.
        public static long ChangeAt(Entry entry, Spot spot) =>
            (entry.To == spot ? entry.Quantity : 0) - (entry.From == spot ? entry.Quantity : 0);

        public void Restart(long quantity) => _quantity = quantity;

        public async ValueTask AddAsync(IStoreReader reader, EntryKey from, EntryKey before, EntryKey at)
        {
            await foreach (var entry in reader.ReadEntriesAsync(question.Sku, from, before).ConfigureAwait(false))
            {
                Add(entry, at);
            }
        }

        public void Add(Entry entry, EntryKey at)
        {
            if (entry.Effective >= question.Until)
            {
                return;
            }

            var after = _quantity + ChangeAt(entry, question.Spot);
            _quantity = after;
            if (entry.Key < at)
            {
                Answer = new LowAnswer(after, question.From);
            }
            else if (after < Answer.Quantity)
            {
                Answer = new LowAnswer(after, entry.Effective);
            }
        }
    }
}
