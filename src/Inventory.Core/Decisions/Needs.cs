using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.References;

namespace Inventory.Decisions;

/// <summary>
/// What must be loaded into a <see cref="Stock"/> before a command can be decided. Sets: asking twice is asking
/// once.
/// </summary>
/// <remarks>Mutable; not safe for use from several threads.</remarks>
public sealed class Needs
{
    // Few commands need these, and every decision makes its own needs.
    private HashSet<(ReferenceKind Kind, string CodeKey)>? _referenceCodes;
    private HashSet<(ReferenceKind Kind, int Number)>? _referenceNumbers;
    private HashSet<int>? _variants;
    private HashSet<(int Sku, long Lot)>? _lotSpots;
    private HashSet<int>? _bins;
    private Dictionary<(int Sku, PositionKey Key), int>? _dates;
    private HashSet<(string Holder, int LineSku)>? _taken;
    private HashSet<(int Sku, PositionKey Key)>? _goods;
    private HashSet<(int Sku, Spot Spot)>? _bound;

    /// <summary>SKUs by folded code.</summary>
    public HashSet<string> SkuCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>SKUs by number, where an earlier command named them.</summary>
    public HashSet<int> SkuNumbers { get; } = [];

    /// <summary>Locations by folded code; their parents come along.</summary>
    public HashSet<string> LocationCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Locations by number, where another one lies in them; their parents come along.</summary>
    public HashSet<int> LocationNumbers { get; } = [];

    /// <summary>Reasons by folded code.</summary>
    public HashSet<string> ReasonCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of code lists by folded code; those above them come along.</summary>
    public HashSet<(ReferenceKind Kind, string CodeKey)> ReferenceCodes => _referenceCodes ??= [];

    /// <summary>Rows of code lists by number; those above them come along.</summary>
    public HashSet<(ReferenceKind Kind, int Number)> ReferenceNumbers => _referenceNumbers ??= [];

    /// <summary>The variants of templates, by the template's number: all SKUs of each.</summary>
    public HashSet<int> Variants => _variants ??= [];

    /// <summary>All that lies in bins, by the bin's number.</summary>
    public HashSet<int> Bins => _bins ??= [];

    /// <summary>Whether anything of bins is needed.</summary>
    public bool HasBins => _bins is { Count: > 0 };

    /// <summary>Whether anything of the code lists is needed.</summary>
    public bool HasReferences =>
        _referenceCodes is { Count: > 0 } || _referenceNumbers is { Count: > 0 } || _variants is { Count: > 0 };

    /// <summary>Whether anything of goods that go bad is needed.</summary>
    public bool HasDates => _dates is { Count: > 0 };

    /// <summary>What holders have had of SKUs, by the SKU of the line: held, ordered or shipped.</summary>
    public HashSet<(string Holder, int LineSku)> Taken => _taken ??= [];

    /// <summary>Whether anything of what holders have had is needed.</summary>
    public bool HasTaken => _taken is { Count: > 0 };

    /// <summary>Identifiers by kind and normalised value.</summary>
    public HashSet<(IdentifierKind Kind, string Value)> Identifiers { get; } = [];

    /// <summary>Applied commands by key, with the entries they made and what of those was reversed.</summary>
    public HashSet<CommandKey> Commands { get; } = [];

    /// <summary>Positions by SKU and key, with what time has done to their holds by now.</summary>
    public HashSet<(int Sku, PositionKey Key)> Positions { get; } = [];

    /// <summary>What holders hold now, all SKUs of it.</summary>
    public HashSet<string> Holders { get; } = new(StringComparer.Ordinal);

    /// <summary>Who waits for stock of a position, first come first, until their quantities reach one.</summary>
    public Dictionary<(int Sku, PositionKey Key), long> Queues { get; } = [];

    /// <summary>What is promised of a position now, youngest first, until the quantities reach one.</summary>
    public Dictionary<(int Sku, PositionKey Key), long> Promises { get; } = [];

    /// <summary>
    /// What is promised of positions for days, and what is sellable until removal days up to one, as yyyymmdd.
    /// </summary>
    public Dictionary<(int Sku, PositionKey Key), int> Dates => _dates ??= [];

    /// <summary>All that is sellable of positions, spot by spot, with its lots and places.</summary>
    public HashSet<(int Sku, PositionKey Key)> Goods => _goods ??= [];

    /// <summary>Who is bound to goods at spots, by SKU and spot.</summary>
    public HashSet<(int Sku, Spot Spot)> Bound => _bound ??= [];

    /// <summary>Whether anything of what orders are bound to is needed.</summary>
    public bool HasBinding => _goods is { Count: > 0 } || _bound is { Count: > 0 };

    /// <summary>Balances by SKU and spot.</summary>
    public HashSet<(int Sku, Spot Spot)> Balances { get; } = [];

    /// <summary>Lots by SKU and folded code.</summary>
    public HashSet<(int Sku, string CodeKey)> Lots { get; } = [];

    /// <summary>Lots by SKU and number, where an earlier command named them.</summary>
    public HashSet<(int Sku, long Lot)> LotNumbers { get; } = [];

    /// <summary>Lots by SKU and number, with all of their balances.</summary>
    public HashSet<(int Sku, long Lot)> LotSpots => _lotSpots ??= [];

    /// <summary>Whether all balances of any lot are needed.</summary>
    public bool HasLotSpots => _lotSpots is { Count: > 0 };

    /// <summary>The lowest balance from an instant on, up to and without another.</summary>
    public HashSet<LowQuestion> Lows { get; } = [];

    /// <summary>The inline book of a SKU, with open layers for at least a quantity.</summary>
    public Dictionary<int, long> Books { get; } = [];

    /// <summary>Lots by SKU and number, as an inline book that costs each by itself knows them.</summary>
    public HashSet<(int Sku, long Lot)> BookLots { get; } = [];

    /// <summary>Whether nothing is needed.</summary>
    public bool IsEmpty =>
        SkuCodes.Count + SkuNumbers.Count + LocationCodes.Count + LocationNumbers.Count + ReasonCodes.Count
        + Identifiers.Count + Commands.Count + Positions.Count + Holders.Count + Queues.Count + Promises.Count
        + Balances.Count + Lots.Count + LotNumbers.Count + Lows.Count + Books.Count
        + BookLots.Count == 0 && !HasReferences && !HasDates && !HasLotSpots && !HasTaken && !HasBins
        && !HasBinding;

    /// <summary>Asks for the inline book of a SKU with open layers for at least a quantity.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="quantity">Steps of the base unit.</param>
    public void Book(int sku, long quantity) => Raise(Books, sku, quantity);

    /// <summary>Asks somebody else for the same.</summary>
    /// <param name="other">The needs to add to.</param>
    public void CopyTo(Needs other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.SkuCodes.UnionWith(SkuCodes);
        other.SkuNumbers.UnionWith(SkuNumbers);
        other.LocationCodes.UnionWith(LocationCodes);
        other.LocationNumbers.UnionWith(LocationNumbers);
        other.ReasonCodes.UnionWith(ReasonCodes);
        if (HasReferences)
        {
            other.ReferenceCodes.UnionWith(ReferenceCodes);
            other.ReferenceNumbers.UnionWith(ReferenceNumbers);
            other.Variants.UnionWith(Variants);
        }

        if (HasTaken)
        {
            other.Taken.UnionWith(Taken);
        }

        other.Identifiers.UnionWith(Identifiers);
        other.Commands.UnionWith(Commands);
        other.Positions.UnionWith(Positions);
        other.Holders.UnionWith(Holders);
        Raise(Queues, other.Queues);
        Raise(Promises, other.Promises);
        if (HasDates)
        {
            Raise(Dates, other.Dates);
        }

        if (HasLotSpots)
        {
            other.LotSpots.UnionWith(LotSpots);
        }

        if (HasBins)
        {
            other.Bins.UnionWith(Bins);
        }

        if (HasBinding)
        {
            other.Goods.UnionWith(Goods);
            other.Bound.UnionWith(Bound);
        }

        other.Balances.UnionWith(Balances);
        other.Lots.UnionWith(Lots);
        other.LotNumbers.UnionWith(LotNumbers);
        other.Lows.UnionWith(Lows);
        Raise(Books, other.Books);
        other.BookLots.UnionWith(BookLots);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        SkuCodes.Clear();
        SkuNumbers.Clear();
        LocationCodes.Clear();
        LocationNumbers.Clear();
        ReasonCodes.Clear();
        _referenceCodes?.Clear();
        _referenceNumbers?.Clear();
        _variants?.Clear();
        _taken?.Clear();
        _bins?.Clear();
        Identifiers.Clear();
        Commands.Clear();
        Positions.Clear();
        Holders.Clear();
        Queues.Clear();
        Promises.Clear();
        _dates?.Clear();
        _lotSpots?.Clear();
        _goods?.Clear();
        _bound?.Clear();
        Balances.Clear();
        Lots.Clear();
        LotNumbers.Clear();
        Lows.Clear();
        Books.Clear();
        BookLots.Clear();
    }

    /// <summary>Asks for what is promised of a position for days, and sellable until removal days up to one.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="key">The position's key.</param>
    /// <param name="through">The last removal day, as the number yyyymmdd.</param>
    public void DatesOf(int sku, PositionKey key, int through) => Raise(Dates, (sku, key), through);

    private static void Raise<TKey, TValue>(Dictionary<TKey, TValue> from, Dictionary<TKey, TValue> to)
        where TKey : notnull
        where TValue : struct, IComparable<TValue>
    {
        foreach (var (key, quantity) in from)
        {
            Raise(to, key, quantity);
        }
    }

    // Whoever asks for more asks for less as well.
    private static void Raise<TKey, TValue>(Dictionary<TKey, TValue> asked, TKey key, TValue quantity)
        where TKey : notnull
        where TValue : struct, IComparable<TValue>
    {
        if (!asked.TryGetValue(key, out var so) || so.CompareTo(quantity) < 0)
        {
            asked[key] = quantity;
        }
    }
}
