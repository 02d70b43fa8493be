using System.Globalization;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Picking;
using Inventory.Putaway;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Proposes the bin that goods are put into, from what lies in the bins of a pool now.</summary>
internal static class PutawayQueries
{
    public static async ValueTask<Result<PutawayPlan>> ProposeAsync(IStoreReader reader, PutawayQuery query)
    {
        var tree = new Dictionary<int, Location>();
        await foreach (var (location, _) in reader.ReadLocationsAsync().ConfigureAwait(false))
        {
            tree.Add(location.Number, location);
        }

        var pool = Find(tree, query.Pool);
        var sku = (await Names.FindSkuAsync(reader, query.Sku).ConfigureAwait(false))?.Sku;
        var isSome = !query.Quantity.IsDefault && query.Quantity.Amount > 0;
        var converted = isSome ? sku?.Convert(query.Quantity) : null;
        List<InventoryError> errors =
        [
            .. Errors(query, isSome, sku, pool), .. converted?.Errors ?? [],
            .. await RuleErrorsAsync(reader, query.Rules, tree).ConfigureAwait(false),
        ];
        if (errors.Count > 0)
        {
            return new([.. errors.OrderBy(error => error.Code.Precedence)]);
        }

        var categories = await CatalogQueries.CategoryPathAsync(reader, sku!.Category).ConfigureAwait(false);
        var goods = new PutawayGoods(
            sku, WholeSteps.Of(sku, converted!.Value.Value.Value), query.Quantity.Unit,
            [.. categories.Select(category => category.Code)], query.Velocity);
        var bins = await BinsAsync(reader, tree, pool!.Pool).ConfigureAwait(false);
        return new(PutawayPlanner.Plan(goods, query.Rules, bins));
    }

    private static Location? Find(Dictionary<int, Location> tree, string code) =>
        Codes.TryFold(code) is { } key ? tree.Values.FirstOrDefault(location => location.CodeKey == key) : null;

    private static IEnumerable<InventoryError> Errors(PutawayQuery query, bool isSome, Sku? sku, Location? pool)
    {
        if (!isSome)
        {
            yield return new InventoryError(ErrorCodes.InvalidQuantity, "quantity", query.Quantity.ToString(),
                "more than zero", $"{query.Quantity} cannot be put anywhere; ask for more than zero.");
        }

        if (query.Rules.Count is 0 or > PutawayQuery.RulesMax)
        {
            yield return new InventoryError(ErrorCodes.InvalidField, "rules",
                query.Rules.Count.ToString(CultureInfo.InvariantCulture), $"1 to {PutawayQuery.RulesMax}",
                $"A question has 1 to {PutawayQuery.RulesMax} putaway rules; give at least one that is for any goods.");
        }

        if (sku is null)
        {
            yield return new InventoryError(ErrorCodes.SkuNotFound, "sku", query.Sku, null,
                $"There is no SKU '{query.Sku}'; define it first or correct the code.");
        }

        if (pool is not { Pool: > 0 })
        {
            yield return new InventoryError(ErrorCodes.LocationNotFound, "pool", query.Pool, null,
                $"There is no pool '{query.Pool}'; name one, or a place in it.");
        }
    }

    // What a rule names must be there: one with a slip in it would be for nothing, and nobody would notice.
    private static async ValueTask<List<InventoryError>> RuleErrorsAsync(
        IStoreReader reader, IReadOnlyList<PutawayRule> rules, Dictionary<int, Location> tree)
    {
        var skus = (await reader.FindSkusAsync(Keys(rules, rule => rule.Sku)).ConfigureAwait(false))
            .Select(row => row.Sku.CodeKey).ToHashSet();
        var categories = (await reader.FindReferencesAsync(
                [.. Keys(rules, rule => rule.Category).Select(key => (ReferenceKind.Category, key))])
            .ConfigureAwait(false)).Select(row => row.CodeKey).ToHashSet();
        var places = tree.Values.Select(location => location.CodeKey).ToHashSet();
        var errors = new List<InventoryError>();
        for (var i = 0; i < rules.Count; i++)
        {
            Check(errors, ErrorCodes.SkuNotFound, $"rules[{i}].sku", rules[i].Sku, skus);
            Check(errors, ErrorCodes.CodeNotFound, $"rules[{i}].category", rules[i].Category, categories);
            Check(errors, ErrorCodes.LocationNotFound, $"rules[{i}].within", rules[i].Within, places);
            if (!Enum.IsDefined(rules[i].Target))
            {
                errors.Add(new InventoryError(ErrorCodes.InvalidField, $"rules[{i}].target",
                    rules[i].Target.ToString(), "a defined value",
                    "There is no such target; use one that is defined."));
            }
        }

        return errors;
    }

    private static HashSet<string> Keys(IReadOnlyList<PutawayRule> rules, Func<PutawayRule, string?> code) =>
        [.. Names.Fold(rules.Select(code))];

    private static void Check(
        List<InventoryError> errors, ErrorCode code, string target, string? given, HashSet<string> known)
    {
        if (given is not null && !(Codes.TryFold(given) is { } key && known.Contains(key)))
        {
            errors.Add(new InventoryError(code, target, given, null,
                $"There is no '{given}', which a rule names; define it first or correct the rule."));
        }
    }

    // Along the pick walk; those that it does not come to are last, by number.
    private static async ValueTask<List<PutawayBin>> BinsAsync(
        IStoreReader reader, Dictionary<int, Location> tree, int pool)
    {
        var bins = tree.Values.Where(location => location.IsStockedBin && location.Pool == pool).ToList();
        var byBin = await BinQueries.ContentsAsync(reader, [.. bins.Select(bin => bin.Number)]).ConfigureAwait(false);
        var walk = PickWalk.Ranks(bins, tree);
        return
        [
            .. bins.OrderBy(bin => walk.GetValueOrDefault(bin.Number, int.MaxValue)).ThenBy(bin => bin.Number)
                .Select(bin => new PutawayBin(bin, Above(tree, bin), [.. byBin[bin.Number]])),
        ];
    }

    private static List<Location> Above(Dictionary<int, Location> tree, Location bin)
    {
        var above = new List<Location>();
        for (var at = bin; at.Parent != 0 && at.Parent < at.Number;)
        {
            at = tree[at.Parent];
            above.Add(at);
        }

        return above;
    }
}
