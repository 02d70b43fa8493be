using Inventory.Decisions;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Loads rows of code lists, those above them, and the variants of templates.</summary>
internal static class ReferenceLoading
{
    public static async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        var loaded = new List<Reference>();
        if (needs.ReferenceCodes.Count > 0)
        {
            var found = await reader.FindReferencesAsync(needs.ReferenceCodes).ConfigureAwait(false);
            var byCode = found.ToDictionary(row => (row.Kind, row.CodeKey));
            foreach (var (kind, code) in needs.ReferenceCodes)
            {
                stock.Put(kind, code, byCode.GetValueOrDefault((kind, code)));
            }

            loaded.AddRange(found);
        }

        foreach (var template in needs.Variants)
        {
            var variants = await reader.GetVariantsAsync(template).ConfigureAwait(false);
            foreach (var row in variants)
            {
                stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
            }

            stock.Put(template, [.. variants.Select(row => row.Sku.Number)]);
        }

        loaded.AddRange(await PutAsync(reader, stock, needs.ReferenceNumbers).ConfigureAwait(false));
        while (MissingParents(stock, loaded) is { Count: > 0 } parents)
        {
            loaded = [.. await PutAsync(reader, stock, parents).ConfigureAwait(false)];
        }
    }

    private static async ValueTask<IReadOnlyList<Reference>> PutAsync(
        IStoreReader reader, Stock stock, IReadOnlyCollection<(ReferenceKind Kind, int Number)> numbers)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var found = await reader.GetReferencesAsync(numbers).ConfigureAwait(false);
        foreach (var row in found)
        {
            stock.Put(row.Kind, row.CodeKey, row);
        }

        return found;
    }

    private static HashSet<(ReferenceKind Kind, int Number)> MissingParents(Stock stock, List<Reference> loaded) =>
        [.. loaded.Where(row => row.Parent != 0).Select(row => (row.Kind, row.Parent))
            .Where(row => stock.FindReference(row.Kind, row.Parent) is null)];
}
