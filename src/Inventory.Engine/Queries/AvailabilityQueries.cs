using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.Storage;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Answers what can be promised, for many SKUs and pools at once, each kind of row read in one go.</summary>
internal sealed class AvailabilityQueries(LocationDirectory locations, TransferQueries transfers, IClock clock)
{
    private volatile CommittedRows? _rows;

    public async ValueTask<IReadOnlyList<Availability>> GetAsync(IStoreReader reader, AvailabilityQuery query)
    {
        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        var now = Now(ledger, clock);
        var known = RowsAt(ledger);
        var rows = await SkusAsync(reader, known, query.Skus).ConfigureAwait(false);
        var kits = await KitContents.LoadAsync(reader, rows.Select(row => row.Sku)).ConfigureAwait(false);
        var goods = rows.SelectMany(row => GoodsOf(kits, row.Sku)).ToHashSet();
        var positions = await PositionsAsync(reader, known, query, goods, now).ConfigureAwait(false);
        var own = await OwnAsync(reader, query.Holder, now).ConfigureAwait(false);
        var open = await known.GetTransfersAsync(reader, [.. goods]).ConfigureAwait(false);
        var incoming = await transfers.IncomingAsync(reader, open).ConfigureAwait(false);
        var names = await OwnersAndGradesAsync(reader, positions.Keys).ConfigureAwait(false);
        await locations.EnsureAsync(reader, positions.Keys.Select(at => at.Key.Pool)).ConfigureAwait(false);
        var channel = query.Channel is null ? null : (Channel?)await CatalogQueries
            .FindReferenceAsync(reader, ReferenceKind.Channel, query.Channel).ConfigureAwait(false);
        var categories = await CategoriesAsync(reader, rows).ConfigureAwait(false);
        var day = query.NeededBy is { } neededBy ? Micros.ToNumber(neededBy) : 0;
        var dates = await DatedReading.ReadAsync(
            reader, locations, [.. positions.Keys.Where(at => kits[at.Sku].Tracking != Tracking.None)], now, day)
            .ConfigureAwait(false);
        var terms = positions.ToDictionary(
            at => at.Key, at => PositionTerms.Of(
                at.Value, incoming.GetValueOrDefault(at.Key), [.. own[at.Key]], dates, day));
        var places = positions.Keys.ToLookup(at => at.Sku, at => at.Key);
        var answers = new List<Availability>();
        foreach (var row in rows)
        {
            var rule = RuleOf(row.Sku, channel, categories[row.Sku.Category]);
            foreach (var key in GoodsOf(kits, row.Sku).SelectMany(part => places[part]).Distinct().Order())
            {
                var at = (row.Sku.Number, key);
                var answer = row.Sku.IsKit
                    ? DescribeKit(row, key, rule, Limit(kits, kits.Of(row.Sku), terms, key))
                    : Describe(row, terms[at], rule);
                answers.Add(key == new PositionKey(key.Pool) ? answer : answer with
                {
                    Owner = key.Owner == 0 ? null : names[(ReferenceKind.Owner, key.Owner)],
                    Grade = key.Grade == 0 ? null : names[(ReferenceKind.Grade, key.Grade)],
                });
            }
        }

        return answers;
    }

    /// <summary>The instant that a question is about: never before what the ledger already knows.</summary>
    public static async ValueTask<long> NowAsync(IStoreReader reader, IClock clock) =>
        Now(await reader.GetLedgerAsync().ConfigureAwait(false), clock);

    private static long Now(LedgerState ledger, IClock clock) =>
        Math.Max(Micros.Floor(clock.GetCurrentInstant()), ledger.LastRecorded);

    /// <summary>Forgets the rows read so far: a rebuild makes others of them without a commit.</summary>
    public void Forget() => _rows = null;

    private CommittedRows RowsAt(LedgerState ledger) =>
        _rows is { } known && known.IsAt(ledger) ? known : _rows = new CommittedRows(ledger);

    private static IEnumerable<int> GoodsOf(KitContents kits, Sku sku) =>
        sku.IsKit ? kits.Of(sku).Keys : [sku.Number];

    private static (int Sku, PositionKey Key) At(Position position) => (position.Sku, position.Key);

    // In the order asked; a code asked for twice is answered once.
    private static async ValueTask<List<SkuRow>> SkusAsync(
        IStoreReader reader, CommittedRows known, IReadOnlyList<string> codes)
    {
        var keys = Names.Fold(codes);
        return [.. (await known.FindSkusAsync(reader, keys).ConfigureAwait(false)).OfType<SkuRow>()];
    }

    // As they are now; where pools are asked for, one for each of them, empty or not, and what they have of other
    // grades and owners.
    private static async ValueTask<Dictionary<(int Sku, PositionKey Key), Position>> PositionsAsync(
        IStoreReader reader, CommittedRows known, AvailabilityQuery query, HashSet<int> goods, long now)
    {
        var found = new List<Position>();
        if (query.Pools is null)
        {
            found.AddRange(await known.GetPositionsOfAsync(reader, [.. goods]).ConfigureAwait(false));
        }
        else
        {
            var codes = Names.Fold(query.Pools);
            var places = await known.FindLocationsAsync(reader, codes).ConfigureAwait(false);
            var pools = new HashSet<int>(places.OfType<Location>()
                .Where(place => place.Pool > 0).Select(place => place.Pool));
            var asked = pools.SelectMany(pool => goods.Select(sku => (sku, new PositionKey(pool)))).ToList();
            found.AddRange(await known.GetPositionsAsync(reader, asked).ConfigureAwait(false));
            if (known.DivideStock)
            {
                var all = await known.GetPositionsOfAsync(reader, [.. goods]).ConfigureAwait(false);
                found.AddRange(all.Where(at => pools.Contains(at.Key.Pool) && at.Key != new PositionKey(at.Key.Pool)));
            }
        }

        var due = await HoldsReading.ReadAsync(reader, found, now).ConfigureAwait(false);
        return found.ToDictionary(
            At, position => position with { Held = position.Held - due.GetValueOrDefault(At(position)).Due });
    }

    private static async ValueTask<ILookup<(int Sku, PositionKey Key), ReservationLeg>> OwnAsync(
        IStoreReader reader, string? holder, long now)
    {
        var own = new List<ReservationLeg>();
        if (holder is not null)
        {
            await foreach (var leg in reader.ReadHolderAsync(holder, now).ConfigureAwait(false))
            {
                own.Add(leg);
            }
        }

        return own.ToLookup(leg => (leg.Sku, leg.Position));
    }

    private static async ValueTask<Dictionary<(ReferenceKind Kind, int Number), string>> OwnersAndGradesAsync(
        IStoreReader reader, IEnumerable<(int Sku, PositionKey Key)> positions)
    {
        var numbers = positions.SelectMany(at => new[]
            {
                (Kind: ReferenceKind.Owner, Number: at.Key.Owner), (Kind: ReferenceKind.Grade, Number: at.Key.Grade),
            })
            .Where(name => name.Number != 0).ToHashSet();
        return numbers.Count == 0 ? [] : (await reader.GetReferencesAsync(numbers).ConfigureAwait(false))
            .ToDictionary(reference => (reference.Kind, reference.Number), reference => reference.Code);
    }

    // Many SKUs, few categories.
    private static async ValueTask<Dictionary<int, IReadOnlyList<Category>>> CategoriesAsync(
        IStoreReader reader, List<SkuRow> rows)
    {
        var paths = new Dictionary<int, IReadOnlyList<Category>>();
        foreach (var category in rows.Select(row => row.Sku.Category).Distinct())
        {
            paths[category] = await CatalogQueries.CategoryPathAsync(reader, category).ConfigureAwait(false);
        }

        return paths;
    }

    // A rule that contradicts itself shows nothing: reserving by it is refused with both sources.
    private static EffectiveSelling? RuleOf(Sku sku, Channel? channel, IReadOnlyList<Category> categories) =>
        (channel is not null || categories.Count > 0 || sku.Details.Selling.Count > 0)
        && EffectiveSelling.Of(sku, channel, categories) is { Succeeded: true, Value: var rule } ? rule : null;

    // How many of a kit its components allow, the scarcest of which decides.
    private static (long Units, string Component) Limit(
        KitContents kits, Dictionary<int, long> contents,
        Dictionary<(int Sku, PositionKey Key), PositionTerms> terms, PositionKey key) => contents
        .Select(part =>
        {
            var available = terms.TryGetValue((part.Key, key), out var there) ? there.Available : 0;
            return (Units: Math.Max(0, available) / part.Value, kits[part.Key].Code);
        })
        .MinBy(part => part.Units);

    private Availability DescribeKit(
        SkuRow row, PositionKey key, EffectiveSelling? rule, (long Units, string Component) limit)
    {
        var units = locations[key.Pool].Kind == LocationKind.Transit ? 0 : limit.Units;
        var shown = rule?.Shown(units) ?? units;
        var none = Describe(row, PositionTerms.None(row.Sku.Number, key), rule: null);
        return none with
        {
            Available = row.Sku.ToQuantity(shown),
            Hidden = row.Sku.ToQuantity(units - shown),
            LimitedBy = limit.Component,
        };
    }

    private Availability Describe(SkuRow row, PositionTerms terms, EffectiveSelling? rule)
    {
        var (sku, position) = (row.Sku, terms.Position);
        var there = position.Quantities;
        var onItsWay = locations[position.Key.Pool].Kind == LocationKind.Transit ? terms.Available - terms.Own : 0;
        var available = terms.Available - onItsWay;
        var hidden = rule is null || available <= 0 ? 0 : available - rule.Shown(available);
        var oversell = rule?.OversellLimit.Value ?? 0;
        return new Availability(
            sku.Code, locations[position.Key.Pool].Code, sku.ToQuantity(position.OnHand),
            sku.ToQuantity(position.OnHand - position.Sellable + terms.Expired + onItsWay),
            sku.ToQuantity(position.Committed),
            sku.ToQuantity(position.Held), sku.ToQuantity(available - hidden + oversell), row.Head.Sequence)
        {
            Blocked = new BlockedStock(
                sku.ToQuantity(there.QualityControl), sku.ToQuantity(there.Damaged),
                sku.ToQuantity(there.Quarantined), sku.ToQuantity(there.Recalled), sku.ToQuantity(there.Withheld),
                sku.ToQuantity(terms.Expired), sku.ToQuantity(onItsWay)),
            HeldByAsker = sku.ToQuantity(terms.Own),
            InTransit = sku.ToQuantity(terms.Incoming),
            TooOld = sku.ToQuantity(terms.TooOld),
            Backordered = sku.ToQuantity(position.Backordered),
            Hidden = sku.ToQuantity(hidden),
            OversellLimit = sku.ToQuantity(oversell),
        };
    }
}
