using Inventory.Catalog;
using Inventory.Commands;
using Inventory.References;
using Inventory.Storage;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Answers questions about code lists, variants and substitutes.</summary>
internal static class CatalogQueries
{
    public static async ValueTask<Reference?> FindReferenceAsync(
        IStoreReader reader, ReferenceKind kind, string code) =>
        Codes.TryFold(code) is { } key
            && await reader.FindReferencesAsync([(kind, key)]).ConfigureAwait(false) is [var row] ? row : null;

    public static async IAsyncEnumerable<Reference> ReadReferencesAsync(IStoreReader reader, ReferenceKind kind)
    {
        await foreach (var (row, _) in reader.ReadReferencesAsync().ConfigureAwait(false))
        {
            if (row.Kind == kind)
            {
                yield return row;
            }
        }
    }

    public static async ValueTask<IReadOnlyList<Sku>> GetVariantsAsync(IStoreReader reader, string template)
    {
        var found = await FindReferenceAsync(reader, ReferenceKind.VariantTemplate, template).ConfigureAwait(false);
        return found is null
            ? []
            : [.. (await reader.GetVariantsAsync(found.Number).ConfigureAwait(false)).Select(row => row.Sku)];
    }

    public static async ValueTask<IReadOnlyList<ValidSubstitute>> GetSubstitutesAsync(
        IStoreReader reader, string sku, LocalDate day)
    {
        var found = await Names.FindSkuAsync(reader, sku).ConfigureAwait(false);
        var links = found?.Sku.Substitutes.Where(link => link.IsValidOn(day)).ToList() ?? [];
        var skus = (await reader.GetSkusAsync([.. links.Select(link => link.Sku).Distinct()]).ConfigureAwait(false))
            .ToDictionary(row => row.Sku.Number, row => row.Sku);
        return [.. links.Select(link => new ValidSubstitute(skus[link.Sku], link))];
    }

    /// <summary>A category and those above it, nearest first.</summary>
    public static async ValueTask<IReadOnlyList<Category>> CategoryPathAsync(IStoreReader reader, int number)
    {
        var path = new List<Category>();
        while (number != 0)
        {
            var found = await reader.GetReferencesAsync([(ReferenceKind.Category, number)]).ConfigureAwait(false);
            var category = found is [Category row] ? row : throw new InventoryCorruptionException(
                $"The catalogue names category number {number}, which does not exist.");
            if (path.Exists(below => below.Number == number))
            {
                throw new InventoryCorruptionException($"Category '{category.Code}' lies in itself.");
            }

            path.Add(category);
            number = category.Parent;
        }

        return path;
    }
}
