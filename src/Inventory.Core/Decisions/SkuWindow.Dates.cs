using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Lots;

namespace Inventory.Decisions;

/// <content>Goods that go bad.</content>
public sealed partial class SkuWindow
{
    private Dictionary<PositionKey, DatedWindow>? _dates;

    /// <summary>Puts what is loaded of a position's goods that go bad into the window.</summary>
    /// <param name="key">The pool, owner and grade.</param>
    /// <param name="dates">What is loaded, with all that was decided since.</param>
    public void Put(PositionKey key, DatedWindow dates) => (_dates ??= [])[key] = dates;

    /// <summary>Whether units may be told apart by their removal day.</summary>
    internal bool HasDates => Sku.Tracking != Tracking.None;

    internal DatedWindow? DatesOf(PositionKey key) => _dates?.GetValueOrDefault(key);

    /// <summary>The removal day of a loaded lot; that of what is never removed, of no lot.</summary>
    internal int RemovalOf(long lot) =>
        lot == 0 ? LotTerm.Never : LotByNumber(lot)?.Lot.Term.Removal ?? LotTerm.Never;

    internal void MoveDated(PositionKey key, int removal, long change) => DatesOf(key)?.Move(removal, change);

    internal void PromiseDated(DatedNeed change) =>
        DatesOf(change.Key)?.Promise(change.Expires, change.NeededBy, change.Promised);

    private static Dictionary<PositionKey, DatedWindow>? Clone(Dictionary<PositionKey, DatedWindow>? dates) =>
        dates?.ToDictionary(pair => pair.Key, pair => pair.Value.Clone());
}
