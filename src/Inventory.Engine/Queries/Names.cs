using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Puts entries into the words of the catalogue. One per query; remembers what it has looked up.</summary>
internal sealed class Names(IStoreReader reader, LocationDirectory locations, int costScale)
{
    private readonly Dictionary<int, Sku> _skus = [];
    private readonly Dictionary<(int Sku, long Lot), string> _lots = [];
    private readonly Dictionary<(ReferenceKind Kind, int Number), string> _references = [];

    public async ValueTask<Movement> DescribeAsync(Entry entry)
    {
        await locations.EnsureAsync(reader, [entry]).ConfigureAwait(false);
        var (fromPool, toPool) = (locations[entry.From.Place].Pool, locations[entry.To.Place].Pool);
        await locations.EnsureAsync(reader, [.. new[] { fromPool, toPool }.Where(pool => pool != 0)])
            .ConfigureAwait(false);
        var sku = await SkuAsync(entry.Sku).ConfigureAwait(false);
        var lot = await LotAsync(entry.Sku, entry.To.Lot).ConfigureAwait(false);
        return new Movement(
            sku.Code, entry.Sequence, entry.Kind, sku.ToQuantity(entry.Quantity),
            locations[entry.From.Place].Code, entry.From.Status, locations[entry.To.Place].Code, entry.To.Status, lot,
            Micros.ToInstant(entry.Effective), Micros.ToInstant(entry.Recorded), Micros.ToInstant(entry.Occurred),
            Micros.ToDate(entry.BusinessDate),
            entry.Cost is { } cost ? CostScale.ToAmount(cost, costScale) : null,
            entry.Counted is { } counted ? sku.ToQuantity(counted) : null,
            entry.Reverses == 0 ? null : entry.Reverses,
            entry.DocumentLine, new ChangeCursor(entry.Commit, entry.Ordinal))
        {
            FromGrade = await ReferenceAsync(ReferenceKind.Grade, entry.From.Grade).ConfigureAwait(false),
            ToGrade = await ReferenceAsync(ReferenceKind.Grade, entry.To.Grade).ConfigureAwait(false),
            FromOwner = await ReferenceAsync(ReferenceKind.Owner, entry.From.Owner).ConfigureAwait(false),
            ToOwner = await ReferenceAsync(ReferenceKind.Owner, entry.To.Owner).ConfigureAwait(false),
            FromPool = fromPool == 0 ? null : locations[fromPool].Code,
            ToPool = toPool == 0 ? null : locations[toPool].Code,
        };
    }

    /// <summary>The code of a row of a code list; null for none.</summary>
    public async ValueTask<string?> ReferenceAsync(ReferenceKind kind, int number)
    {
        if (number == 0)
        {
            return null;
        }

        if (!_references.TryGetValue((kind, number), out var code))
        {
            var found = await reader.GetReferencesAsync([(kind, number)]).ConfigureAwait(false);
            code = found is [var row]
                ? row.Code
                : throw new InventoryCorruptionException(
                    $"The ledger names number {number} of {kind}, which does not exist.");
            _references.Add((kind, number), code);
        }

        return code;
    }

    public async ValueTask<Sku> SkuAsync(int number)
    {
        if (!_skus.TryGetValue(number, out var sku))
        {
            var found = await reader.GetSkusAsync([number]).ConfigureAwait(false);
            sku = found is [var row]
                ? row.Sku
                : throw new InventoryCorruptionException(
                    $"The ledger names SKU number {number}, which does not exist.");
            _skus.Add(number, sku);
        }

        return sku;
    }

    /// <summary>Codes folded, each once; those that are missing or none are left out.</summary>
    public static List<string> Fold(IEnumerable<string?> codes) =>
        [.. codes.Select(Codes.TryFold).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A SKU with its head by code, or null.</summary>
    public static async ValueTask<SkuRow?> FindSkuAsync(IStoreReader reader, string code) =>
        Codes.TryFold(code) is { } key && await reader.FindSkusAsync([key]).ConfigureAwait(false) is [var row] ? row
            : null;

    /// <summary>A location by code, or null.</summary>
    public static async ValueTask<Location?> FindLocationAsync(IStoreReader reader, string code) =>
        Codes.TryFold(code) is { } key && await reader.FindLocationsAsync([key])
            .ConfigureAwait(false) is [var location] ? location : null;

    /// <summary>The code of a lot or serial; null for none.</summary>
    public async ValueTask<string?> LotAsync(int sku, long lot)
    {
        if (lot == 0)
        {
            return null;
        }

        if (!_lots.TryGetValue((sku, lot), out var code))
        {
            var found = await reader.GetLotsAsync([(sku, lot)]).ConfigureAwait(false);
            code = found is [var row]
                ? row.Lot.Code
                : throw new InventoryCorruptionException(
                    $"The ledger names lot number {lot} of SKU number {sku}, which does not exist.");
            _lots.Add((sku, lot), code);
        }

        return code;
    }
}
