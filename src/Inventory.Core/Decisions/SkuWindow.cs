using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>
/// The part of one SKU's stock that has been loaded: a bounded window that knows what it does not hold.
/// </summary>
/// <remarks>Mutable; not safe for use from several threads. Quantities in steps of the base unit.</remarks>
public sealed partial class SkuWindow
{
    private Dictionary<PositionKey, (Position Row, HoldsDue Holds)> _positions = [];
    private Dictionary<Spot, Balance> _balances = [];
    private Dictionary<string, LotBalance?> _lots = new(StringComparer.Ordinal);
    private Dictionary<long, string> _lotKeys = [];
    private Dictionary<LowQuestion, LowAnswer> _lows = [];
    private IReadOnlyList<PositionKey> _whole = [];

    internal SkuWindow(Sku sku, Head head)
    {
        Sku = sku;
        Sequence = head.Sequence;
        Effective = head.Effective;
        Recorded = head.Recorded;
        PromiseSequence = head.PromiseSequence;
        LotCount = head.Lots;
        Chain = head.Chain;
    }

    /// <summary>The SKU.</summary>
    public Sku Sku { get; internal set; }

    /// <summary>The sequence of the last entry: the version that order-dependent decisions rest on.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The sequence of the last promise entry.</summary>
    public long PromiseSequence { get; internal set; }

    /// <summary>The latest effective instant of any entry.</summary>
    public long Effective { get; internal set; }

    /// <summary>When the last entry was recorded.</summary>
    public long Recorded { get; internal set; }

    /// <summary>How many lots the SKU has.</summary>
    public long LotCount { get; internal set; }

    /// <summary>The chain of the last entry.</summary>
    public Digest Chain { get; internal set; }

    /// <summary>The inline book at the SKU's last entry; null when not loaded.</summary>
    public BookFold? Book { get; set; }

    /// <summary>How many rows the window holds; what a cache counts.</summary>
    public int Rows => 1 + _positions.Count + _balances.Count + _lots.Count + _lows.Count;

    /// <summary>Puts a loaded position into the window.</summary>
    /// <param name="position">The position; all zero when the store has none.</param>
    /// <param name="holds">What time has done to its holds by the moment it was loaded for.</param>
    public void Put(Position position, HoldsDue holds) => _positions[position.Key] = (position, holds);

    /// <summary>Puts a loaded balance into the window.</summary>
    /// <param name="balance">The balance; zero when the store has none.</param>
    public void Put(Balance balance) => _balances[balance.Spot] = balance;

    /// <summary>
    /// Puts all balances of what is sellable of a position into the window. What is there already stays: it knows more
    /// than the store.
    /// </summary>
    /// <param name="key">The pool, owner and grade.</param>
    /// <param name="balances">All that the store has; the places of those with a quantity are loaded.</param>
    /// <param name="lots">The lots of those with a quantity.</param>
    public void PutAll(PositionKey key, IEnumerable<Balance> balances, IEnumerable<LotBalance> lots)
    {
        ArgumentNullException.ThrowIfNull(balances);
        ArgumentNullException.ThrowIfNull(lots);
        foreach (var lot in lots.Where(lot => LotByNumber(lot.Lot.Number) is null))
        {
            Put(lot.Lot.CodeKey, lot);
        }

        foreach (var balance in balances)
        {
            _balances.TryAdd(balance.Spot, balance);
        }

        _whole = [.. _whole, key];
    }

    /// <summary>Puts a loaded lot, or its absence, into the window.</summary>
    /// <param name="codeKey">The lot's folded code.</param>
    /// <param name="lot">The lot; null when the SKU has none of this code.</param>
    public void Put(string codeKey, LotBalance? lot)
    {
        _lots[codeKey] = lot;
        if (lot is not null)
        {
            _lotKeys[lot.Lot.Number] = codeKey;
        }
    }

    /// <summary>Puts the answer to a question about the past into the window; the next entry voids it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    public void Put(LowQuestion question, LowAnswer answer) => _lows[question] = answer;

    internal SkuWindow Clone()
    {
        var clone = (SkuWindow)MemberwiseClone();
        clone._positions = new(_positions);
        clone._balances = new(_balances);
        clone._lots = new(_lots, StringComparer.Ordinal);
        clone._lotKeys = new(_lotKeys);
        clone._lows = new(_lows);
        clone._dates = Clone(_dates);
        clone._lotSpots = _lotSpots is null ? null : new(_lotSpots);
        clone.Book = Book?.Clone();
        return clone;
    }

    /// <summary>
    /// A position as it is at an instant; false when it is not loaded, or holds have ended that are not known.
    /// </summary>
    internal bool TryGetPosition(PositionKey key, long now, out Position position)
    {
        ref readonly var known = ref CollectionsMarshal.GetValueRefOrNullRef(_positions, key);
        if (Unsafe.IsNullRef(in known) || now >= known.Holds.Next)
        {
            position = default;
            return false;
        }

        position = known.Holds.Due == 0 ? known.Row : known.Row with { Held = known.Row.Held - known.Holds.Due };
        return true;
    }

    internal bool TryGetBalance(Spot spot, out Balance balance) => _balances.TryGetValue(spot, out balance);

    internal bool TryGetLot(string codeKey, out LotBalance? lot) => _lots.TryGetValue(codeKey, out lot);

    internal bool TryGetLow(LowQuestion question, out LowAnswer answer) => _lows.TryGetValue(question, out answer);

    internal void ForgetLows()
    {
        if (_lows.Count > 0)
        {
            _lows.Clear();
        }
    }

    internal void Move(Spot spot, PositionKey key, long change, Entry entry)
    {
        ref var balance = ref CollectionsMarshal.GetValueRefOrNullRef(_balances, spot);
        var counted = entry.Counted is not null ? Math.Max(balance.CountedAt, entry.Effective) : balance.CountedAt;
        balance = balance with { Quantity = balance.Quantity + change, CountedAt = counted };
        NoteSpot(spot);
        ref var position = ref CollectionsMarshal.GetValueRefOrNullRef(_positions, key).Row;
        position = position with { Quantities = position.Quantities + StatusQuantities.Of(spot.Status, change) };
    }

    internal void Promise(PromiseEntry promise)
    {
        PromiseSequence++;
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_positions, promise.Position);
        known.Row = known.Row with
        {
            Held = known.Row.Held + promise.Held,
            Committed = known.Row.Committed + promise.Committed,
            Backordered = known.Row.Backordered + promise.Backordered,
        };
        if (promise.Spot is { } spot)
        {
            ref var balance = ref CollectionsMarshal.GetValueRefOrNullRef(_balances, spot);
            balance = balance with { Allocated = balance.Allocated + promise.Allocated };
        }

        if (promise.Step == PromiseStep.Settle)
        {
            known.Holds = known.Holds with { Due = 0 };
            DatesOf(promise.Position)?.Settle(promise.Expires);
        }
        else if (promise is { Held: > 0, Expires: > 0 })
        {
            known.Holds = known.Holds with { Next = Math.Min(known.Holds.Next, promise.Expires) };
        }
    }

    internal void MoveLot(long number, long change, long sequence)
    {
        if (LotByNumber(number) is { } lot)
        {
            _lots[_lotKeys[number]] = lot with { OnHand = lot.OnHand + change, LastSequence = sequence };
        }
    }

    internal LotBalance? LotByNumber(long number) =>
        _lotKeys.TryGetValue(number, out var codeKey) ? _lots[codeKey] : null;

    /// <summary>A loaded position as it is at the instant that the decision before asked for.</summary>
    internal Position PositionOf(PositionKey key)
    {
        ref readonly var known = ref CollectionsMarshal.GetValueRefOrNullRef(_positions, key);
        return known.Holds.Due == 0 ? known.Row : known.Row with { Held = known.Row.Held - known.Holds.Due };
    }

    /// <summary>Units held at a loaded position whose time is over.</summary>
    internal long DueAt(PositionKey key) => _positions[key].Holds.Due;

    internal Balance BalanceOf(Spot spot) => _balances[spot];

    /// <summary>All balances, once those of a position are known to be all there are; null before.</summary>
    internal IEnumerable<Balance>? AllOf(PositionKey key) => _whole.Contains(key) ? _balances.Values : null;
}
