using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>
/// The stock a decision sees: bounded windows on what commands touch. What has not been loaded is known to be
/// missing, and a decision that would need it says so.
/// </summary>
/// <remarks>
/// Law: deciding on a window equals deciding on everything. Mutable; not safe for use from several threads. Deciding
/// only reads it; <see cref="Apply"/> makes a decided change part of it.
/// </remarks>
public sealed partial class Stock
{
    private readonly Dictionary<string, SkuWindow?> _skusByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SkuWindow> _skus = [];
    private readonly Dictionary<string, Location?> _locationsByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Location> _locations = [];
    private readonly Dictionary<string, Reason?> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<(ReferenceKind, string), int> _referencesByCode = [];
    private readonly Dictionary<(ReferenceKind, int), Reference> _references = [];
    private readonly Dictionary<int, IReadOnlyList<int>> _variants = [];
    private readonly Dictionary<(IdentifierKind, string), IReadOnlyList<Identifier>> _identifiers = [];
    private readonly Dictionary<CommandKey, CommandTrace?> _traces = [];
    private readonly List<PlannedLine> _plan = [];
    private readonly Stock? _origin;

    /// <summary>Creates an empty window.</summary>
    /// <param name="ledger">The ledger as it stands.</param>
    /// <param name="books">The ledger's books.</param>
    public Stock(LedgerState ledger, IReadOnlyList<BookDefinition> books)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(books);
        Ledger = ledger;
        InlineBook = books.FirstOrDefault(book => book.IsInline);
        CostsLots = books.Any(book => book.Method == CostMethod.Specific);
        foreach (var location in WellKnownLocations.All.Where(known => !known.IsOwn))
        {
            Put(location.CodeKey, location);
        }
    }

    private Stock(Stock origin)
    {
        _origin = origin;
        Ledger = origin.Ledger;
        InlineBook = origin.InlineBook;
        CostsLots = origin.CostsLots;
    }

    /// <summary>The ledger's settings and counters.</summary>
    public LedgerState Ledger { get; private set; }

    /// <summary>The book whose costs the replies carry; null for none.</summary>
    public BookDefinition? InlineBook { get; }

    /// <summary>Whether a book costs each lot by itself, so that no lot may come in without a cost.</summary>
    public bool CostsLots { get; }

    /// <summary>The loaded SKUs.</summary>
    public IReadOnlyCollection<SkuWindow> Skus => _skus.Values;

    /// <summary>About how many rows are loaded; what a cache is limited by.</summary>
    public int Rows { get; private set; }

    /// <summary>Puts a loaded SKU into the window, or its absence.</summary>
    /// <param name="codeKey">The folded code that was asked for.</param>
    /// <param name="sku">The SKU; null when there is none of this code.</param>
    /// <param name="head">How far its streams have come; required with a SKU.</param>
    public void Put(string codeKey, Sku? sku, Head? head)
    {
        if (sku is null)
        {
            _skusByCode[codeKey] = null;
            return;
        }

        if (FindSku(sku.Number) is not { } window)
        {
            ArgumentNullException.ThrowIfNull(head);
            window = new SkuWindow(sku, head);
            _skus.Add(sku.Number, window);
        }

        _skusByCode[codeKey] = window;
        Rows++;
    }

    /// <summary>Puts a loaded location into the window, or its absence. One that is there already stays.</summary>
    /// <param name="codeKey">The folded code that was asked for.</param>
    /// <param name="location">The location; null when there is none of this code.</param>
    public void Put(string codeKey, Location? location)
    {
        if (location is null)
        {
            _locationsByCode[codeKey] = null;
            return;
        }

        Replace(TryGetLocation(location.Number) ?? location);
    }

    /// <summary>Puts a loaded reason into the window, or its absence.</summary>
    /// <param name="codeKey">The folded code that was asked for.</param>
    /// <param name="reason">The reason; null when there is none of this code.</param>
    public void Put(string codeKey, Reason? reason) => _reasons[codeKey] = reason;

    /// <summary>
    /// Puts a loaded row of a code list into the window, or its absence. One that is there already stays.
    /// </summary>
    /// <param name="kind">The list.</param>
    /// <param name="codeKey">The folded code that was asked for.</param>
    /// <param name="reference">The row; null when the list has none of this code.</param>
    public void Put(ReferenceKind kind, string codeKey, Reference? reference)
    {
        _referencesByCode[(kind, codeKey)] = reference?.Number ?? 0;
        if (reference is not null)
        {
            _references.TryAdd((kind, reference.Number), reference);
        }
    }

    /// <summary>Puts the numbers of a template's variants into the window; the SKUs are put beside them.</summary>
    /// <param name="template">The template's number.</param>
    /// <param name="skus">The numbers of all its variants.</param>
    public void Put(int template, IReadOnlyList<int> skus) => _variants[template] = skus;

    /// <summary>Puts the SKUs that own an identifier into the window.</summary>
    /// <param name="kind">The identifier's kind.</param>
    /// <param name="value">Its normalised value.</param>
    /// <param name="identifiers">All that have this kind and value, whatever their validity.</param>
    public void Put(IdentifierKind kind, string value, IReadOnlyList<Identifier> identifiers) =>
        _identifiers[(kind, value)] = identifiers;

    /// <summary>Puts an applied command into the window, or its absence.</summary>
    /// <param name="key">The key that was asked for.</param>
    /// <param name="trace">The command with what it made; null when no command has this key.</param>
    public void Put(CommandKey key, CommandTrace? trace) => _traces[key] = trace;

    /// <summary>A loaded SKU.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The window, or null when it is not loaded.</returns>
    public SkuWindow? FindSku(int number)
    {
        if (!_skus.TryGetValue(number, out var window) && _origin?.FindSku(number) is { } original)
        {
            window = original.Clone();
            _skus.Add(number, window);
        }

        return window;
    }

    /// <summary>A loaded location.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The location.</returns>
    /// <exception cref="KeyNotFoundException">It is not loaded.</exception>
    public Location Location(int number) =>
        TryGetLocation(number) ?? throw new KeyNotFoundException($"Location {number} is not loaded.");

    /// <summary>A loaded row of a code list.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="number">Its number.</param>
    /// <returns>The row, or null when it is not loaded.</returns>
    public Reference? FindReference(ReferenceKind kind, int number) =>
        _references.TryGetValue((kind, number), out var reference) ? reference : _origin?.FindReference(kind, number);

    /// <summary>Whether value crosses the border of own stock with an entry of this stock, and which way.</summary>
    /// <param name="entry">The entry; its places are loaded, or have been defined by a change.</param>
    /// <returns>1 when goods come in, -1 when they go out, 0 when they move inside or outside.</returns>
    /// <exception cref="KeyNotFoundException">A place is not loaded.</exception>
    public int Direction(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return MovementRules.Direction(entry, Location(entry.From.Place), Location(entry.To.Place));
    }

    /// <summary>
    /// A stock that begins where this one stands, to try changes on. It copies a SKU when it is first touched, and
    /// never changes this one, which must not change meanwhile.
    /// </summary>
    /// <returns>The fork.</returns>
    public Stock Fork() => new(this);

    /// <summary>Forgets a SKU, so that it is loaded again when needed.</summary>
    /// <param name="number">Its number.</param>
    public void Forget(int number)
    {
        if (_skus.Remove(number, out var window))
        {
            foreach (var code in _skusByCode.Where(pair => ReferenceEquals(pair.Value, window))
                .Select(pair => pair.Key).ToList())
            {
                _skusByCode.Remove(code);
            }
        }
    }

    /// <summary>
    /// Forgets the applied commands and reservations that were looked up, so that they do not add up.
    /// </summary>
    public void ForgetTraces()
    {
        _traces.Clear();
        ForgetReservations();
    }

    /// <summary>Forgets everything and starts again from a ledger as it stands.</summary>
    /// <param name="ledger">The ledger as it stands.</param>
    public void Reset(LedgerState ledger)
    {
        Ledger = ledger;
        _skusByCode.Clear();
        _skus.Clear();
        _locationsByCode.Clear();
        _locations.Clear();
        _reasons.Clear();
        _variants.Clear();
        _referencesByCode.Clear();
        _references.Clear();
        _identifiers.Clear();
        _bins.Clear();
        ForgetTraces();
        Rows = 0;
        foreach (var location in WellKnownLocations.All.Where(known => !known.IsOwn))
        {
            Put(location.CodeKey, location);
        }
    }

    /// <summary>Makes a decided change part of the stock, chains its entries and completes its reply.</summary>
    /// <param name="change">The change, decided on this very stock.</param>
    /// <param name="batch">Collects what the store must write.</param>
    public void Apply(ChangeSet change, CommitBatch batch)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(batch);
        StockApplication.Apply(this, change, batch);
        Rows += change.Entries.Count + change.Lots.Count + (change.Catalog is null ? 0 : 1);
        ForgetTraces(change);
    }

    /// <summary>A list for the lines of one decision, lent so that a decision need not make one.</summary>
    internal List<PlannedLine> TakePlan()
    {
        _plan.Clear();
        return _plan;
    }

    internal bool TryGetSku(string codeKey, out SkuWindow? window)
    {
        if (_skusByCode.TryGetValue(codeKey, out window))
        {
            return true;
        }

        if (_origin is null || !_origin.TryGetSku(codeKey, out var original))
        {
            return false;
        }

        window = original is null ? null : FindSku(original.Sku.Number);
        return true;
    }

    internal Location? TryGetLocation(int number) =>
        _locations.TryGetValue(number, out var location) ? location : _origin?.TryGetLocation(number);

    internal bool TryGetLocation(string codeKey, out Location? location) =>
        _locationsByCode.TryGetValue(codeKey, out location)
        || (_origin is not null && _origin.TryGetLocation(codeKey, out location));

    internal bool TryGetReason(string codeKey, out Reason? reason) =>
        _reasons.TryGetValue(codeKey, out reason) || (_origin is not null && _origin.TryGetReason(codeKey, out reason));

    internal void Replace(Location location)
    {
        _locations[location.Number] = location;
        _locationsByCode[location.CodeKey] = location;
    }

    internal void Replace(Reference reference)
    {
        _references[(reference.Kind, reference.Number)] = reference;
        _referencesByCode[(reference.Kind, reference.CodeKey)] = reference.Number;
    }

    internal bool TryGetIdentifiers(
        IdentifierKind kind, string value, out IReadOnlyList<Identifier>? identifiers) =>
        _identifiers.TryGetValue((kind, value), out identifiers)
        || (_origin is not null && _origin.TryGetIdentifiers(kind, value, out identifiers));

    // A fork asks for its traces anew: what it tries may have changed what those of its origin say.
    internal bool TryGetTrace(CommandKey key, out CommandTrace? trace) => _traces.TryGetValue(key, out trace);

    internal void Advance(LedgerState ledger) => Ledger = ledger;

    // A trace says whether a command was applied, and what of it was reversed or released so far.
    private void ForgetTraces(ChangeSet change)
    {
        if (change.Promises.Count > 0)
        {
            ForgetReservations();
        }

        if (_traces.Count == 0)
        {
            return;
        }

        _traces.Remove(change.Command.Key);
        foreach (var (key, trace) in _traces)
        {
            if (trace is not null && trace.IsAlteredBy(change))
            {
                _traces.Remove(key);
            }
        }
    }
}
