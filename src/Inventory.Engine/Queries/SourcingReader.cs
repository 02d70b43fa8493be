using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Resolves the names of a question about sourcing; notes what is wrong with it.</summary>
internal sealed class SourcingReader(IStoreReader reader, SourcingQuery query, List<InventoryError> errors)
{
    private readonly Dictionary<int, IReadOnlyList<Category>> _categories = [];

    /// <summary>The order; of use only when nothing was wrong with it.</summary>
    public async ValueTask<SourcingOrder> ReadAsync()
    {
        var skus = (await reader.FindSkusAsync(Names.Fold(query.Lines.Select(line => line.Sku))).ConfigureAwait(false))
            .ToDictionary(row => row.Sku.CodeKey, row => row.Sku, StringComparer.Ordinal);
        var channel = (Channel?)await ReferenceAsync(ReferenceKind.Channel, query.Channel).ConfigureAwait(false);
        Require(query.Channel is null || channel is not null, ErrorCodes.CodeNotFound, "channel", query.Channel,
            "channel");
        var grades = new Dictionary<string, Reference?>(StringComparer.Ordinal);
        foreach (var grade in query.Lines.Select(line => line.Grade).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            grades[grade] = await ReferenceAsync(ReferenceKind.Grade, grade).ConfigureAwait(false);
        }

        var pools = await PoolsAsync().ConfigureAwait(false);
        var contents = await KitContents.LoadAsync(reader, skus.Values).ConfigureAwait(false);
        var goods = new Dictionary<(int Sku, string? Grade), SourcedGoods>();
        for (var i = 0; i < query.Lines.Count; i++)
        {
            var line = query.Lines[i];
            var sku = Codes.TryFold(line.Sku) is { } key ? skus.GetValueOrDefault(key) : null;
            Require(sku is not null, ErrorCodes.SkuNotFound, $"lines[{i}].sku", line.Sku, "SKU");
            var grade = line.Grade is null ? null : grades[line.Grade];
            Require(line.Grade is null || grade is not null, ErrorCodes.InvalidGrade, $"lines[{i}].grade", line.Grade,
                "grade");
            if (Steps(sku, line.Quantity, i) is > 0 and var steps
                && await RuleAsync(sku!, channel).ConfigureAwait(false) is { } rule)
            {
                var at = (sku!.Number, grade?.Code);
                var before = goods.GetValueOrDefault(at)?.Asked ?? 0;
                goods[at] = new SourcedGoods(sku, grade?.Code, checked(before + steps), rule, contents.Of(sku));
            }
        }

        return new SourcingOrder([.. goods.Values], pools, contents);
    }

    private async ValueTask<Reference?> ReferenceAsync(ReferenceKind kind, string? code) => code is null ? null
        : await CatalogQueries.FindReferenceAsync(reader, kind, code).ConfigureAwait(false);

    private void Require(bool isThere, ErrorCode unknown, string target, string? code, string what)
    {
        if (!isThere)
        {
            errors.Add(new InventoryError(unknown, target, code, null,
                $"There is no {what} '{code}'; define it first or correct the code."));
        }
    }

    private async ValueTask<IReadOnlyList<Location>> PoolsAsync()
    {
        var codes = Names.Fold(query.Sites.Select(site => site.Pool));
        var places = (await reader.FindLocationsAsync(codes).ConfigureAwait(false)).ToDictionary(
            place => place.CodeKey, StringComparer.Ordinal);
        var pools = (await reader.GetLocationsAsync([.. places.Values.Select(place => place.Pool).Distinct()])
            .ConfigureAwait(false)).ToDictionary(place => place.Number);
        var first = new Dictionary<int, int>();
        var found = new List<Location>();
        for (var i = 0; i < query.Sites.Count; i++)
        {
            var (target, code) = ($"sites[{i}].pool", query.Sites[i].Pool);
            var place = Codes.TryFold(code) is { } key ? places.GetValueOrDefault(key) : null;
            Require(place is not null, ErrorCodes.LocationNotFound, target, code, "location");
            if (place is { Pool: 0 } or { Kind: LocationKind.Transit })
            {
                errors.Add(new InventoryError(ErrorCodes.InvalidLocation, target, place.Code,
                    "a place goods are sold from",
                    $"Nothing is sold from {place.Code}; name a place that holds stock."));
            }
            else if (place is not null && !first.TryAdd(place.Pool, i))
            {
                errors.Add(new InventoryError(ErrorCodes.InvalidReservation, target, place.Code, "each pool once",
                    $"{place.Code} is of the same pool as site {first[place.Pool]}; name each pool once."));
            }
            else if (place is not null)
            {
                found.Add(pools[place.Pool]);
            }
        }

        return found;
    }

    // In steps; 0 when it is wrong, which is noted.
    private long Steps(Sku? sku, Quantity quantity, int line)
    {
        var target = $"lines[{line}].quantity";
        if (quantity.IsDefault || quantity.Amount <= 0)
        {
            errors.Add(new InventoryError(ErrorCodes.InvalidQuantity, target, quantity.ToString(), "more than zero",
                "Give a quantity above zero."));
            return 0;
        }

        if (sku is { Type: SkuType.Service })
        {
            errors.Add(new InventoryError(ErrorCodes.InvalidForServiceItem, $"lines[{line}].sku", sku.Code, null,
                $"{sku.Code} is a service and is not shipped; leave it out."));
            return 0;
        }

        var asked = sku?.Convert(quantity);
        errors.AddRange(asked?.Errors.Select(error => error with { Target = target }) ?? []);
        return asked is { Succeeded: true, Value: var converted }
            ? WholeSteps.Of(sku!, converted.Value) : 0;
    }

    // Many SKUs, few categories.
    private async ValueTask<EffectiveSelling?> RuleAsync(Sku sku, Channel? channel)
    {
        if (!_categories.TryGetValue(sku.Category, out var path))
        {
            path = await CatalogQueries.CategoryPathAsync(reader, sku.Category).ConfigureAwait(false);
            _categories.Add(sku.Category, path);
        }

        var rule = EffectiveSelling.Of(sku, channel, path);
        errors.AddRange(rule.Errors);
        return rule.Succeeded ? rule.Value : null;
    }
}
