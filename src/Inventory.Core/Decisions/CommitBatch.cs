using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;

namespace Inventory.Decisions;

/// <summary>
/// What one transaction writes: the facts of a batch of commands, the rows they change, and the guards they rest on.
/// </summary>
/// <remarks>
/// Filled by <see cref="Stock.Apply"/>, closed by <see cref="Complete"/>. Not safe for use from several threads.
/// </remarks>
public sealed partial class CommitBatch
{
    private readonly Dictionary<int, (long Sequence, int InOrder)> _expected = [];
    private readonly Dictionary<(int Sku, PositionKey Key), PositionChange> _positions = [];
    private readonly Dictionary<(int Sku, PositionKey Key), (long Change, bool IsGuarded)> _free = [];
    private readonly Dictionary<(int Sku, PositionKey Key, long Expires), long> _holds = [];
    private readonly List<HoldTotal> _settled = [];
    private readonly Dictionary<int, (long Sequence, long Promises)> _versions = [];
    private readonly Dictionary<int, int> _promisesOf = [];
    private readonly Dictionary<LegKey, LegChange> _legs = [];
    private readonly HashSet<(int Sku, Spot Spot)> _balances = [];
    private readonly HashSet<(int Sku, long Lot)> _lots = [];
    private readonly List<Head> _heads = [];
    private readonly List<Balance> _balanceRows = [];
    private readonly List<LotBalance> _lotRows = [];
    private readonly List<ChangeSet> _changes = [];
    private readonly List<Entry> _entries = [];
    private readonly List<PromiseEntry> _promises = [];
    private readonly List<Location> _locations = [];
    private readonly List<Reason> _reasons = [];
    private readonly List<Identifier> _identifiers = [];

    // Most batches have to do with no bound goods, so these are made when they are first needed.
    private Dictionary<(int Sku, LegKey Leg, Spot Spot, bool IsPicked), Allocation>? _allocations;
    private Dictionary<(int Sku, Spot Spot), long>? _allocatedBefore;

    /// <summary>Creates an empty batch.</summary>
    /// <param name="recorded">When it is recorded, in microseconds since 1970.</param>
    /// <param name="catalogVersion">The catalogue version its decisions rest on.</param>
    public CommitBatch(long recorded, long catalogVersion) => Restart(recorded, catalogVersion);

    /// <summary>
    /// When it is recorded, in microseconds since 1970; the store refuses one before its last commit.
    /// </summary>
    public long Recorded { get; private set; }

    /// <summary>Guard: the version the catalogue must have.</summary>
    public long ExpectedCatalogVersion { get; private set; }

    /// <summary>The changes, in order of their commands.</summary>
    public IReadOnlyList<ChangeSet> Changes => _changes;

    /// <summary>The entries of all changes, in order.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The promise entries of all changes, in order, still without a sequence.</summary>
    public IReadOnlyList<PromiseEntry> Promises => _promises;

    /// <summary>Heads as they are afterwards; block and promise counters are the store's own.</summary>
    public IReadOnlyList<Head> Heads => _heads;

    /// <summary>Changes of positions with their sufficiency guards.</summary>
    public IReadOnlyCollection<PositionChange> Positions => _positions.Values;

    /// <summary>
    /// Balances as they are afterwards. Guard: as many units as <see cref="ExpectedAllocated"/> says must be bound
    /// there.
    /// </summary>
    public IReadOnlyList<Balance> Balances => _balanceRows;

    /// <summary>Lots as they are afterwards.</summary>
    public IReadOnlyList<LotBalance> Lots => _lotRows;

    /// <summary>
    /// Guard: SKUs whose two streams must have come just as far as when the batch was decided, because what was
    /// decided depends on rows that others could add.
    /// </summary>
    public IReadOnlyDictionary<int, (long Sequence, long Promises)> Versions => _versions;

    /// <summary>
    /// Guard: totals of holds whose time is over, which must be just this and are removed; the position's change
    /// takes them out of what is held. <see cref="HoldTotal.Expires"/> is the instant up to which they are summed.
    /// </summary>
    public IReadOnlyList<HoldTotal> Settled => _settled;

    /// <summary>What to add to the totals of holds that end together; a total that becomes zero is removed.</summary>
    public IReadOnlyDictionary<(int Sku, PositionKey Key, long Expires), long> Holds => _holds;

    /// <summary>
    /// Legs of reservations as they are afterwards. Guard: each must be as it was before, each that is new be new.
    /// </summary>
    public IReadOnlyCollection<LegChange> Legs => _legs.Values;

    /// <summary>What was reversed in this batch, by entry; to be added to what was before.</summary>
    public Dictionary<(int Sku, long Sequence), long> Reversed { get; } = [];

    /// <summary>New and changed SKUs as they are afterwards.</summary>
    public Dictionary<int, Sku> Skus { get; } = [];

    /// <summary>New and changed rows of code lists as they are afterwards.</summary>
    public Dictionary<(ReferenceKind Kind, int Number), Reference> References { get; } = [];

    /// <summary>New and changed locations, in order; of several rows of one the last holds.</summary>
    public IReadOnlyList<Location> Locations => _locations;

    /// <summary>New reasons.</summary>
    public IReadOnlyList<Reason> Reasons => _reasons;

    /// <summary>New identifiers.</summary>
    public IReadOnlyList<Identifier> Identifiers => _identifiers;

    /// <summary>The ledger's counters afterwards; null when the catalogue did not change.</summary>
    public LedgerState? Catalog { get; internal set; }

    /// <summary>Empties the batch for another transaction; its collections keep their memory.</summary>
    /// <param name="recorded">When that is recorded, in microseconds since 1970.</param>
    /// <param name="catalogVersion">The catalogue version its decisions rest on.</param>
    public void Restart(long recorded, long catalogVersion)
    {
        Recorded = recorded;
        ExpectedCatalogVersion = catalogVersion;
        Catalog = null;
        HasLate = false;
        _expected.Clear();
        _positions.Clear();
        _free.Clear();
        _balances.Clear();
        _allocatedBefore?.Clear();
        _lots.Clear();
        _heads.Clear();
        _balanceRows.Clear();
        _lotRows.Clear();
        _changes.Clear();
        _entries.Clear();
        _promises.Clear();
        _locations.Clear();
        _reasons.Clear();
        _identifiers.Clear();
        _holds.Clear();
        _settled.Clear();
        _versions.Clear();
        _promisesOf.Clear();
        _legs.Clear();
        _allocations?.Clear();
        ForgetDates();
        ForgetBins();
        Reversed.Clear();
        Skus.Clear();
        References.Clear();
    }

    /// <summary>Guard: the sequence a SKU's head must have; 0 for a SKU made in this batch too.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The sequence.</returns>
    public long ExpectedSequence(int sku) => _expected[sku].Sequence;

    /// <summary>How many of a SKU's new entries are not late: those that lengthen its open block.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The number of entries.</returns>
    public int InOrder(int sku) => _expected[sku].InOrder;

    /// <summary>Guard: how many units must have been bound to orders at a balance when the batch was decided.</summary>
    /// <param name="balance">One of <see cref="Balances"/>.</param>
    /// <returns>Steps of the base unit.</returns>
    public long ExpectedAllocated(Balance balance) =>
        _allocatedBefore?.GetValueOrDefault((balance.Sku, balance.Spot)) ?? 0;

    /// <summary>What to add to what legs are bound to; what becomes zero is removed.</summary>
    public IReadOnlyCollection<Allocation> Allocations =>
        _allocations?.Values ?? (IReadOnlyCollection<Allocation>)[];

    /// <summary>Whether the batch has late entries, which may lie in closed blocks.</summary>
    public bool HasLate { get; private set; }

    /// <summary>
    /// Whether a SKU has new entries in this batch, so that the store does not have all of its history yet.
    /// </summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>True when it has.</returns>
    public bool Touches(int sku) => _expected.ContainsKey(sku);

    /// <summary>
    /// Reads the final rows out of the stock; call once, after the last change and before the next batch.
    /// </summary>
    /// <param name="stock">The stock the changes were applied to.</param>
    public void Complete(Stock stock)
    {
        ArgumentNullException.ThrowIfNull(stock);
        foreach (var sku in _expected.Keys)
        {
            var window = stock.FindSku(sku)!;
            _heads.Add(new Head(
                sku, window.Sequence, 0, window.Effective, window.Recorded, window.LotCount, 0, 0, 0, window.Chain));
        }

        foreach (var (sku, spot) in _balances)
        {
            _balanceRows.Add(stock.FindSku(sku)!.BalanceOf(spot));
        }

        foreach (var (sku, lot) in _lots)
        {
            _lotRows.Add(stock.FindSku(sku)!.LotByNumber(lot)!);
        }
    }

    internal void Add(ChangeSet change) => _changes.Add(change);

    internal void Add(Entry entry)
    {
        _entries.Add(entry);
        HasLate |= entry.IsLate;
        CollectionsMarshal.GetValueRefOrNullRef(_expected, entry.Sku).InOrder += entry.IsLate ? 0 : 1;
    }

    internal void Add(PromiseEntry promise)
    {
        _promises.Add(promise);
        CollectionsMarshal.GetValueRefOrAddDefault(_promisesOf, promise.Sku, out _)++;
        Move(promise.Sku, promise.Position, default, promise.Committed, promise.Held, promise.Backordered);
        if (promise.Spot is { } spot)
        {
            var bound = new Allocation(promise.Sku, promise.Leg, spot, promise.IsPicked, promise.Allocated);
            ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _allocations ??= [], (promise.Sku, promise.Leg, spot, promise.IsPicked), out _);
            change = bound with { Units = change.Units + promise.Allocated };
        }

        if (promise.Step == PromiseStep.Settle)
        {
            _settled.Add(new HoldTotal(promise.Sku, promise.Position, promise.Expires, -promise.Held));
        }
        else if (promise is { Held: not 0, Expires: > 0 })
        {
            CollectionsMarshal.GetValueRefOrAddDefault(
                _holds, (promise.Sku, promise.Position, promise.Expires), out _) += promise.Held;
        }
    }

    internal void Add(LegChange change) => _legs[change.After.Key] =
        _legs.TryGetValue(change.After.Key, out var so) ? so with { After = change.After } : change;

    /// <summary>Whether the batch appends to a SKU's stream of promises.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>True when it does.</returns>
    public bool HasPromises(int sku) => _promisesOf.ContainsKey(sku);

    /// <summary>
    /// Both streams of a SKU must be where the window has them, but for what this batch itself has added to them.
    /// </summary>
    internal void GuardVersion(SkuWindow window)
    {
        var sku = window.Sku.Number;
        var sequence = _expected.TryGetValue(sku, out var expected) ? expected.Sequence : window.Sequence;
        _versions.TryAdd(sku, (sequence, window.PromiseSequence - _promisesOf.GetValueOrDefault(sku)));
    }

    internal void Add(Location location) => _locations.Add(location);

    internal void Add(Reason reason) => _reasons.Add(reason);

    internal void Add(Identifier identifier) => _identifiers.Add(identifier);

    internal void TouchHead(int sku, long sequenceBefore) => _expected.TryAdd(sku, (sequenceBefore, 0));

    internal void TouchBalance(in Balance before)
    {
        if (_balances.Add((before.Sku, before.Spot)) && before.Allocated != 0)
        {
            (_allocatedBefore ??= []).Add((before.Sku, before.Spot), before.Allocated);
        }
    }

    internal void TouchLot(int sku, long lot) => _lots.Add((sku, lot));

    internal void Move(
        int sku, PositionKey key, StatusQuantities quantities, long committed, long held, long backordered)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(_positions, (sku, key), out _);
        // A guard says what must be available after all changes of the batch. It moves along with the changes that
        // follow it: if nothing may be missing now and five more units come, five must be available at the end.
        change = new PositionChange(
            sku, key, change.Quantities + quantities, change.Committed + committed, change.Held + held,
            change.Backordered + backordered,
            change.AtLeast + (quantities.Available - committed - held - backordered), change.Waiting);
    }

    /// <summary>
    /// Nobody but whom the decision knew may wait at a position whose free units it changes.
    /// </summary>
    internal void GuardWaiting(int sku, PositionKey key, long backordered)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrNullRef(_positions, (sku, key));
        change = change with { Waiting = change.Waiting ?? backordered - change.Backordered };
    }

    /// <summary>So much must be available at a position after the changes so far.</summary>
    internal void Guard(int sku, PositionKey key, long atLeast)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(_positions, (sku, key), out _);
        change = change with { Sku = sku, Key = key, AtLeast = Math.Max(change.AtLeast ?? atLeast, atLeast) };
    }

    /// <summary>Notes what one fact of a command changes in the free units of a position.</summary>
    internal void NoteFree(int sku, PositionKey key, long change, bool isGuarded)
    {
        ref var so = ref CollectionsMarshal.GetValueRefOrAddDefault(_free, (sku, key), out _);
        so = (so.Change + change, so.IsGuarded || isGuarded);
    }

    /// <summary>
    /// Guards the positions that lost free units by a command as a whole: a move inside a pool loses none, nor does
    /// what leaves for whom it was promised to.
    /// </summary>
    internal void GuardLosses(Stock stock)
    {
        foreach (var ((sku, key), (change, isGuarded)) in _free)
        {
            // Places that may be overdrawn can leave a pool short of what nobody was promised: there is nothing to
            // guard then.
            var position = stock.FindSku(sku)!.PositionOf(key);
            if (!isGuarded || change >= 0 || position.Free < 0)
            {
                continue;
            }

            Guard(sku, key, -position.Backordered);
            GuardWaiting(sku, key, position.Backordered);
        }

        _free.Clear();
    }
}
