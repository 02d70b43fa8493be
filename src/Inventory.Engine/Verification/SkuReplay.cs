using Inventory.Books;
using Inventory.Commands;
using Inventory.History;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Verification;

/// <summary>
/// One SKU's two streams, checked entry by entry and folded again from nothing, commit by commit, as they came.
/// </summary>
internal sealed class SkuReplay
{
    private readonly LocationDirectory _locations = new();
    private readonly ReplayHistory _history = new();
    private readonly Dictionary<PositionKey, Position> _positions = [];
    private readonly Dictionary<Spot, Balance> _balances = [];
    private readonly Dictionary<long, (long OnHand, long Last)> _lots = [];
    private readonly Dictionary<(PositionKey Key, long Lot), long> _sellable = [];
    private readonly Dictionary<long, Reversed> _reversed = [];
    private readonly PromiseFold _promises;
    private readonly List<Finding> _findings = [];
    private readonly EntryAnswers? _answers;
    private readonly int _sku;

    private SkuReplay(int sku, EntryAnswers? answers)
    {
        (_sku, _answers) = (sku, answers);
        _promises = new PromiseFold(_positions, _balances);
    }

    /// <summary>The entries, by sequence.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>The promise entries, by sequence.</summary>
    public List<PromiseEntry> Promises { get; } = [];

    /// <summary>What is wrong with the streams themselves; the first wrong entry comes first.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The rows that the streams fold to.</summary>
    public required SkuProjections Projections { get; set; }

    /// <summary>The chain after the last entry of a commit or of one before it.</summary>
    public Digest ChainAt(long commit) => Entries.LastOrDefault(entry => entry.Commit <= commit)?.Chain ?? default;

    /// <summary>Reads, checks and folds one SKU.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="books">The books to fold.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="answers">
    /// What the commands answered, where it is known to differ: to find the entry that does.
    /// </param>
    public static async ValueTask<SkuReplay> RunAsync(
        IStoreReader reader, IReadOnlyList<BookDefinition> books, int sku, EntryAnswers? answers = null)
    {
        var replay = new SkuReplay(sku, answers) { Projections = null! };
        try
        {
            await replay.ReadAsync(reader).ConfigureAwait(false);
            replay._promises.HasDates = await reader.GetSkusAsync([sku]).ConfigureAwait(false)
                is [{ Sku.Tracking: not Catalog.Tracking.None }];
        }
        catch (InventoryCorruptionException damage)
        {
            replay._findings.Add(new Finding("entry", $"SKU number {sku}", damage.Message));
            return replay;
        }

        await replay._locations.EnsureAsync(reader, replay.Entries).ConfigureAwait(false);
        replay.CheckPromises();
        var keeper = new BookKeeper(replay._locations);
        var blocks = new BlockKeeper(keeper, new BookFollower(keeper, books), replay._locations);
        var head = replay.CheckEntries() ? await replay.FoldAsync(blocks).ConfigureAwait(false) : Head.Of(sku);
        replay.Projections = replay.Rows(head, await replay.LotsAsync(reader).ConfigureAwait(false));
        return replay;
    }

    private async ValueTask ReadAsync(IStoreReader reader)
    {
        await foreach (var entry in reader.ReadEntriesAsync(_sku, EntryKey.Start, EntryKey.End).ConfigureAwait(false))
        {
            Entries.Add(entry);
        }

        Entries.Sort((left, right) => left.Sequence.CompareTo(right.Sequence));
        await foreach (var promise in reader.ReadPromisesAsync(_sku, 0).ConfigureAwait(false))
        {
            Promises.Add(promise);
        }
    }

    private bool CheckEntries()
    {
        var chain = default(Digest);
        var (latest, recorded, commit) = (long.MinValue, long.MinValue, 0L);
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            var computed = EntryChain.Next(chain, entry);
            var wrong = entry.Sequence != i + 1
                ? $"is missing, doubled or inserted: {i} entries lie before sequence {entry.Sequence}"
                : computed != entry.Chain
                    ? $"its chain is {entry.Chain}, but its columns and the entry before give {computed}: it was edited"
                : entry.IsLate != entry.Effective < latest ? "is marked late wrongly"
                : _answers?.Wrong(entry) ?? (entry.Recorded < recorded || entry.Commit < commit
                    ? "was recorded before the entry it follows" : null);
            if (wrong is not null)
            {
                AddWrong(Math.Min(entry.Sequence, i + 1), wrong);
                return false;
            }

            (chain, latest, recorded, commit) =
                (entry.Chain, Math.Max(latest, entry.Effective), entry.Recorded, entry.Commit);
        }

        if (_answers?.Missing(_sku) is { } missing)
        {
            AddWrong(missing.Sequence, "a command's answer names it, but it is missing");
            return false;
        }

        return true;
    }

    private void AddWrong(long sequence, string wrong) =>
        _findings.Add(new Finding("entry", $"SKU number {_sku}, sequence {sequence}", wrong));

    private void CheckPromises()
    {
        for (var i = 0; i < Promises.Count; i++)
        {
            var promise = Promises[i];
            if (promise.Sequence != i + 1 || promise.ComputeCheck() != promise.Check)
            {
                _findings.Add(new Finding(
                    "promise_entry", $"SKU number {_sku}, sequence {promise.Sequence}",
                    "was edited, or one before it is missing"));
                return;
            }
        }
    }

    // Blocks depend on what a commit brought together, so commits are replayed one by one.
    private async ValueTask<Head> FoldAsync(BlockKeeper blocks)
    {
        var head = Head.Of(_sku);
        for (var i = 0; i < Entries.Count;)
        {
            var commit = Entries[i].Commit;
            var late = new List<Entry>();
            for (; i < Entries.Count && Entries[i].Commit == commit; i++)
            {
                var entry = Entries[i];
                Fold(entry);
                _history.Add(entry);
                head = head with
                {
                    Sequence = entry.Sequence,
                    Effective = Math.Max(head.Effective, entry.Effective),
                    Recorded = entry.Recorded,
                    Chain = entry.Chain,
                    BlockEntries = head.BlockEntries + (entry.IsLate ? 0 : 1),
                };
                if (entry.IsLate)
                {
                    late.Add(entry);
                }
            }

            if (head.BlockEntries >= Timeline.Block.Size || late.Count > 0)
            {
                _history.OpenBlock = (head.BlockStart, head.BlockEntries);
                await blocks.FollowAsync(_history, head, late).ConfigureAwait(false);
                var (start, count) = _history.OpenBlock;
                head = head with
                {
                    BlockEffective = start.Effective,
                    BlockSequence = start.Sequence,
                    BlockEntries = count,
                };
            }
        }

        return head;
    }

    private void Fold(Entry entry)
    {
        Move(entry, entry.From, -entry.Quantity);
        Move(entry, entry.To, entry.Quantity);
        if (entry.Reverses != 0)
        {
            var before = _reversed.GetValueOrDefault(entry.Reverses, new Reversed(_sku, entry.Reverses, 0));
            _reversed[entry.Reverses] = before with { Quantity = before.Quantity + entry.Quantity };
        }

        if (entry.Kind == MovementKind.Dispatch)
        {
            _reversed[entry.Sequence] = Reversed.Of(entry);
        }
    }

    private void Move(Entry entry, Spot spot, long change)
    {
        if (_locations[spot.Place] is not { IsOwn: true } place)
        {
            return;
        }

        var balance = _balances.GetValueOrDefault(spot, new Balance(_sku, spot, 0, 0));
        _balances[spot] = balance with
        {
            Quantity = balance.Quantity + change,
            CountedAt = entry.Counted is null ? balance.CountedAt : Math.Max(balance.CountedAt, entry.Effective),
        };
        var key = spot.In(place.Pool);
        var position = _positions.GetValueOrDefault(key, new Position(_sku, key, default));
        _positions[key] = position with
        {
            Quantities = position.Quantities + StatusQuantities.Of(spot.Status, change),
        };
        if (spot.Lot != 0)
        {
            if (spot.Status == Movements.StockStatus.Available)
            {
                _sellable[(key, spot.Lot)] = _sellable.GetValueOrDefault((key, spot.Lot)) + change;
            }

            _lots[spot.Lot] = (_lots.GetValueOrDefault(spot.Lot).OnHand + change, entry.Sequence);
        }
    }

    private async ValueTask<IReadOnlyList<Checked<LotBalance>>> LotsAsync(IStoreReader reader)
    {
        // The identity of a lot is master data: taken as it is and checked by its hash; what it holds is folded.
        var known = (await reader.GetLotsAsync([.. _lots.Keys.Select(lot => (_sku, lot))]).ConfigureAwait(false))
            .ToDictionary(lot => lot.Lot.Number, lot => lot.Lot);
        var lots = new List<Checked<LotBalance>>();
        foreach (var (number, (onHand, last)) in _lots.OrderBy(pair => pair.Key))
        {
            var lot = new LotBalance(known.GetValueOrDefault(number, new Lot(_sku, number, string.Empty)), onHand,
                last);
            lots.Add(new Checked<LotBalance>(lot, lot.ComputeCheck()));
        }

        return lots;
    }

    private List<DatedSupply> Supply(IReadOnlyList<Checked<LotBalance>> lots)
    {
        var removals = lots.ToDictionary(lot => lot.Row.Lot.Number, lot => lot.Row.Lot.Term.Removal);
        var days = _sellable.GroupBy(part => (part.Key.Key, Removal: removals[part.Key.Lot]))
            .Where(day => day.Key.Removal < LotTerm.Never).OrderBy(day => day.Key);
        return
        [
            .. days.Select(day => new DatedSupply(
                    _sku, day.Key.Key, day.Key.Removal, day.Sum(part => part.Value)))
                .Where(row => row.Quantity != 0),
        ];
    }

    private List<BinContent> Bins() =>
    [
        .. _balances.Values.Where(balance => _locations[balance.Spot.Place].IsStockedBin)
            .GroupBy(balance => balance.Spot.Place).OrderBy(bin => bin.Key)
            .Select(bin => new BinContent(_sku, bin.Key, bin.Sum(balance => balance.Quantity)))
            .Where(content => content.Quantity != 0),
    ];

    private SkuProjections Rows(Head head, IReadOnlyList<Checked<LotBalance>> lots)
    {
        var removals = lots.ToDictionary(lot => lot.Row.Lot.Number, lot => lot.Row.Lot.Term.Removal);
        _promises.RemovalOf = lot => removals.GetValueOrDefault(lot, LotTerm.Never);
        Promises.ForEach(_promises.Add);
        return new SkuProjections(
            head with { PromiseSequence = Promises.Count, Lots = lots.Count },
            [.. _positions.Values.OrderBy(position => position.Key)],
            _promises.Holds,
            Supply(lots),
            _promises.Needs,
            [
                .. _balances.Values.OrderBy(balance => (balance.Spot.Place, balance.Spot.Status, balance.Spot.Lot,
                    balance.Spot.Owner, balance.Spot.Grade)),
            ],
            Bins(),
            lots,
            [.. _reversed.Values.OrderBy(row => row.Sequence)],
            _promises.Legs,
            _promises.Allocations,
            _history.Days, _history.Blocks, _history.BlockBalances, _history.Checkpoints, _history.Layers,
                _history.Takes, _history.LotCosts);
    }
}
