using System.Globalization;
using System.Numerics;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Testing.Naive;

/// <summary>
/// An inventory as one would write it to be right and nothing else: a list of facts, gone through again for every
/// question.
/// </summary>
/// <remarks>
/// <para>
/// It shares no rule with the engine and keeps no totals, so that a test may send the same commands to both and
/// compare what they answer. It judges the commands <see cref="DefineSku"/>, <see cref="ChangeLifecycle"/>,
/// <see cref="SetShelfLife"/>, <see cref="SetLotRules"/>, <see cref="ChangeLotStatus"/>,
/// <see cref="DefineLocation"/>, <see cref="SetAddress"/>, <see cref="SetCapacity"/>, <see cref="SetMeasures"/>,
/// <see cref="FreezeLocation"/>, <see cref="UnfreezeLocation"/>,
/// <see cref="DefineReason"/>, <see cref="DefineGrade"/>, <see cref="DefineOwner"/>,
/// <see cref="PostMovement"/>,
/// <see cref="CountStock"/>, <see cref="ReverseMovement"/>, <see cref="DispatchTransfer"/>,
/// <see cref="ReceiveTransfer"/>, <see cref="ReserveStock"/>,
/// <see cref="ReleaseReservation"/>, <see cref="ConvertReservation"/> and <see cref="ExtendReservation"/>. It does not check the form of keys, names, stamps and documents.
/// </para>
/// <para>
/// Not safe for use from several threads. Every answer costs time in proportion to all facts, or to their square.
/// </para>
/// </remarks>
public sealed partial class NaiveInventory
{
    private readonly int _costScale;
    private readonly CostMethod? _inlineMethod;
    private readonly bool _costsLots;
    private readonly Dictionary<CommandKey, Command> _applied = [];
    private readonly List<NaiveSku> _skus = [];
    private readonly List<NaivePlace> _places = [];
    private readonly List<DefineReason> _reasons = [];
    private readonly List<DefineReference> _references = [];
    private readonly List<NaiveFact> _facts = [];
    private readonly List<NaivePromise> _promises = [];
    private readonly HashSet<(NaiveSku Sku, NaivePool Pool)> _touched = [];
    private readonly HashSet<(NaiveSku Sku, NaivePool Pool)> _bound = [];
    private readonly SortedSet<ErrorCode> _errors =
        new(Comparer<ErrorCode>.Create((x, y) => x.Precedence.CompareTo(y.Precedence)));
    private long _now;

    /// <summary>Creates an empty ledger with the well-known counterparties.</summary>
    /// <param name="costScale">Decimals kept in value, 0 to 9.</param>
    /// <param name="inlineMethod">
    /// The method of the book whose costs are posted with the movements; null for none.
    /// </param>
    /// <param name="costsLots">Whether another book costs each lot by itself.</param>
    public NaiveInventory(int costScale, CostMethod? inlineMethod = null, bool costsLots = false)
    {
        _costsLots = costsLots || inlineMethod == CostMethod.Specific;
        _costScale = costScale;
        _inlineMethod = inlineMethod;
        _places.Add(new NaivePlace(WellKnownLocations.Supplier, LocationKind.Supplier, Parent: null));
        _places.Add(new NaivePlace(WellKnownLocations.Customer, LocationKind.Customer, Parent: null));
        _places.Add(new NaivePlace(WellKnownLocations.Production, LocationKind.Production, Parent: null));
        _places.Add(new NaivePlace(WellKnownLocations.Loss, LocationKind.Loss, Parent: null));
        _places.Add(new NaivePlace("TRANSIT", LocationKind.Transit, Parent: null) { HoldsStock = true });
    }

    /// <summary>Judges a command, and remembers what it makes true.</summary>
    /// <param name="command">The command.</param>
    /// <param name="now">The store's clock; never goes back.</param>
    /// <returns>Whether it takes effect, or every reason why not that the model can judge.</returns>
    /// <exception cref="NotSupportedException">The model does not know this kind of command.</exception>
    public NaiveAnswer Execute(Command command, Instant now)
    {
        ArgumentNullException.ThrowIfNull(command);
        _errors.Clear();
        _now = Math.Max(_now, now.ToUnixTimeTicks() / 10);
        if (_applied.TryGetValue(command.Key, out var before))
        {
            return before.ComputePayload() == command.ComputePayload()
                ? new NaiveAnswer(true, [])
                : new NaiveAnswer(false, [ErrorCodes.IdempotencyMismatch]);
        }

        Judge(command);
        if (_errors.Count == 0)
        {
            _touched.UnionWith(_bound);
            Fill(command.Key);
            _applied.Add(command.Key, command);
        }

        _bound.Clear();
        return new NaiveAnswer(_errors.Count == 0, [.. _errors]);
    }

    /// <summary>Units on hand.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="place">The place's code.</param>
    /// <param name="status">The status.</param>
    /// <param name="lot">The lot or serial; null for all.</param>
    /// <param name="asOf">The instant asked about, facts effective at it included; null is the end of time.</param>
    /// <param name="knownAt">Facts recorded later do not count; null is the end of time.</param>
    /// <returns>The amount in the SKU's base unit.</returns>
    public decimal OnHand(
        string sku, string place, StockStatus status = StockStatus.Available, string? lot = null, Instant? asOf = null,
        Instant? knownAt = null) =>
        OnHand(new OnHandQuery(sku)
        {
            Location = place,
            Status = status,
            Lot = lot,
            AsOf = asOf,
            KnownAt = knownAt,
        });

    /// <summary>Units on hand.</summary>
    /// <param name="query">What is asked; it names a place.</param>
    /// <returns>The amount in the SKU's base unit.</returns>
    public decimal OnHand(OnHandQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var item = Sku(query.Sku);
        var place = Place(query.Location!);
        return item.Amount(Sum(Facts(item, query.AsOf, query.KnownAt), spot => spot.Place == place
            && spot.Status == (query.Status ?? spot.Status) && IsOf(spot.Lot, query.Lot)
            && IsOf(spot.Grade, query.Grade) && IsOf(spot.Owner, query.Owner)));
    }

    /// <summary>The value of all own units of a SKU.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="method">How to cost what went out.</param>
    /// <param name="asOf">The instant asked about, facts effective at it included; null is the end of time.</param>
    /// <param name="knownAt">Facts recorded later do not count; null is the end of time.</param>
    /// <returns>The value at the ledger's cost scale.</returns>
    public decimal Value(string sku, CostMethod method, Instant? asOf = null, Instant? knownAt = null) =>
        (decimal)ValueOf(Facts(Sku(sku), asOf, knownAt), method) / (decimal)BigInteger.Pow(10, _costScale);

    /// <summary>What is promised of a SKU, and waited for.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="now">The instant asked about; not before the last command.</param>
    /// <param name="grade">The grade; null is none.</param>
    /// <param name="owner">The owner; null is ourselves.</param>
    /// <returns>The amounts in the SKU's base unit.</returns>
    public (decimal Held, decimal Committed, decimal Backordered) Promised(
        string sku, string pool, Instant now, string? grade = null, string? owner = null)
    {
        _now = Math.Max(_now, now.ToUnixTimeTicks() / 10);
        var (item, place) = (Sku(sku), PoolOf(pool, grade, owner));
        var promises = _promises.Where(promise => promise.Sku == item && promise.Pool == place).ToList();
        return (
            item.Amount(Sum(promises.Select(promise => promise.HeldAt(_now)))),
            item.Amount(Sum(promises.Select(promise => promise.Committed))),
            item.Amount(Sum(promises.Select(promise => promise.Backordered))));
    }

    /// <summary>Units of a pool that can be sold, promised or not.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <returns>The amount in the SKU's base unit, of our own ungraded goods.</returns>
    public decimal Sellable(string sku, string pool) => Sku(sku).Amount(SellableIn(Sku(sku), PoolOf(pool, null, null)));

    /// <summary>Units that can still be promised; negative is a shortage.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="grade">The grade; null is none.</param>
    /// <param name="owner">The owner; null is ourselves.</param>
    /// <returns>The amount in the SKU's base unit.</returns>
    public decimal Available(string sku, string pool, string? grade = null, string? owner = null) =>
        Sku(sku).Amount(AvailableIn(Sku(sku), PoolOf(pool, grade, owner), 0, []));

    /// <summary>The days of a lot.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <returns>When it first came in, and its dates; null when it never came in.</returns>
    public (LocalDate Received, LotDates Dates)? LotDates(string sku, string lot) =>
        _lots.TryGetValue((Sku(sku), Fold(lot)), out var found) ? found : null;

    private void Judge(Command command)
    {
        switch (command)
        {
            case PostMovement movement:
                Post(movement);
                break;
            case CountStock count:
                Count(count);
                break;
            case DispatchTransfer dispatch:
                Dispatch(dispatch);
                break;
            case ReceiveTransfer receive:
                Receive(receive);
                break;
            case ReverseMovement reversal:
                Reverse(reversal);
                break;
            case ReserveStock reserve:
                Reserve(reserve);
                break;
            case ReleaseReservation release:
                Release(release);
                break;
            case ConvertReservation convert:
                Convert(convert);
                break;
            case ExtendReservation extend:
                Extend(extend);
                break;
            case AllocateReservation allocate:
                Allocate(allocate);
                break;
            case DeallocateReservation deallocate:
                Deallocate(deallocate);
                break;
            case ReallocateReservation reallocate:
                Reallocate(reallocate);
                break;
            default:
                JudgeMasterData(command);
                break;
        }
    }

    private void JudgeMasterData(Command command)
    {
        switch (command)
        {
            case DefineSku define:
                Define(define);
                break;
            case ChangeLifecycle change:
                Change(change);
                break;
            case SetSelling selling:
                Set(selling);
                break;
            case SetShelfLife life:
                Set(life);
                break;
            case SetLotRules rules:
                Set(rules);
                break;
            case ChangeLotStatus change:
                Change(change);
                break;
            case DefineLocation define:
                Define(define);
                break;
            case SetAddress set:
                Set(set);
                break;
            case SetCapacity set:
                Set(set);
                break;
            case SetMeasures set:
                Set(set);
                break;
            case FreezeLocation freeze:
                Freeze(freeze);
                break;
            case UnfreezeLocation unfreeze:
                Unfreeze(unfreeze);
                break;
            case DefineReason define:
                Define(define);
                break;
            case DefineGrade or DefineOwner:
                Define((DefineReference)command);
                break;
            default:
                throw new NotSupportedException($"The naive model does not know {command.GetType().Name}.");
        }
    }

    // Facts of a SKU in effective order.
    private IEnumerable<NaiveFact> Facts(NaiveSku sku, Instant? asOf = null, Instant? knownAt = null) => _facts
        .Where(fact => fact.Sku == sku)
        .Where(fact => asOf is not { } at || fact.Effective <= at.ToUnixTimeTicks() / 10)
        .Where(fact => knownAt is not { } known || fact.Recorded <= known.ToUnixTimeTicks() / 10)
        .OrderBy(fact => fact.Effective)
        .ThenBy(fact => fact.Sequence);

    private BigInteger PromisedIn(NaiveSku sku, NaivePool pool) => Sum(_promises
        .Where(promise => promise.Sku == sku && promise.Pool == pool).Select(promise => promise.PromisedAt(_now)));

    private BigInteger SellableIn(NaiveSku sku, NaivePool pool) =>
        Sum(Facts(sku), spot => spot.Pool == pool && spot.Status == StockStatus.Available);

    private static BigInteger Sum(IEnumerable<NaiveFact> facts, Func<NaiveSpot, bool> at) =>
        Sum(facts.Select(fact => (at(fact.To) ? fact.Quantity : 0) - (at(fact.From) ? fact.Quantity : 0)));

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) =>
        numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);

    private NaivePool PoolOf(string place, string? grade, string? owner) =>
        new(Place(place).Pool!, grade is null ? null : Fold(grade), owner is null ? null : Fold(owner));

    private static bool IsOf(string? folded, string? asked) =>
        asked is null || (folded ?? string.Empty) == Fold(asked);

    private NaiveSku Sku(string code) => FindSku(code)
        ?? throw new ArgumentException($"The model has no SKU '{code}'.", nameof(code));

    private NaivePlace Place(string code) => FindPlace(code)
        ?? throw new ArgumentException($"The model has no location '{code}'.", nameof(code));

    private NaiveSku? FindSku(string? code) => Find(_skus, sku => sku.Defined.Code, code, ErrorCodes.SkuNotFound);

    private NaivePlace? FindPlace(string? code) =>
        Find(_places, place => place.Code, code, ErrorCodes.LocationNotFound);

    private T? Find<T>(List<T> all, Func<T, string> codeOf, string? code, ErrorCode missing)
        where T : class
    {
        if (!IsCode(code))
        {
            _errors.Add(ErrorCodes.InvalidCode);
            return null;
        }

        var found = all.Find(one => Fold(codeOf(one)) == Fold(code!));
        if (found is null)
        {
            _errors.Add(missing);
        }

        return found;
    }

    private static bool IsCode(string? code) =>
        code?.Trim() is { Length: > 0 and <= 100 } text && !text.Any(char.IsControl);

    private static string Fold(string code) => code.Trim().ToUpper(CultureInfo.InvariantCulture);

    // An instant as microseconds: absent is the default, too early, too late or too fine is an error.
    private long Time(Instant? instant, long absent)
    {
        if (instant is not { } given)
        {
            return absent;
        }

        var micros = given.ToUnixTimeTicks() / 10;
        if (given < Instant.FromUnixTimeTicks(0) || Instant.FromUnixTimeTicks(micros * 10) != given || micros > _now
            + 60_000_000)
        {
            _errors.Add(ErrorCodes.InvalidTime);
        }

        return micros;
    }
}
