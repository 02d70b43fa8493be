using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <content>The ledger itself and its master data.</content>
internal partial class MemoryReader
{
    public ValueTask<LedgerState> GetLedgerAsync() => One(Tables.Ledger.Row, 1);

    public ValueTask<(Checked<LedgerState> Ledger, IReadOnlyList<Checked<BookDefinition>> Books)> GetSettingsAsync()
    {
        List<Checked<BookDefinition>> books = [.. Tables.Books.Rows().Select(row => row.Book)];
        return One((Tables.Ledger, (IReadOnlyList<Checked<BookDefinition>>)books), 1 + books.Count);
    }

    public ValueTask<IReadOnlyList<SkuRow>> FindSkusAsync(IReadOnlyCollection<string> codeKeys) =>
        GetSkusAsync([.. Values(Tables.SkuCodes, codeKeys.Select(code => new TextKey(code)))]);

    public ValueTask<IReadOnlyList<SkuRow>> GetSkusAsync(IReadOnlyCollection<int> numbers) =>
        Found(Values(Tables.Skus, numbers).Select(sku => WithHead(sku.Row)));

    public ValueTask<IReadOnlyList<Head>> GetHeadsAsync(IReadOnlyCollection<int> skus) =>
        Found(Values(Tables.Heads, skus));

    public ValueTask<IReadOnlyList<Location>> FindLocationsAsync(IReadOnlyCollection<string> codeKeys) =>
        GetLocationsAsync([.. Values(Tables.LocationCodes, codeKeys.Select(code => new TextKey(code)))]);

    public ValueTask<IReadOnlyList<Location>> GetLocationsAsync(IReadOnlyCollection<int> numbers) =>
        Found(Values(Tables.Locations, numbers).Select(location => location.Row));

    public ValueTask<IReadOnlyList<Reason>> FindReasonsAsync(IReadOnlyCollection<string> codeKeys)
    {
        var numbers = Values(Tables.ReasonCodes, codeKeys.Select(code => new TextKey(code)));
        return Found(Values(Tables.Reasons, numbers).Select(reason => reason.Row));
    }

    public ValueTask<IReadOnlyList<Reference>> FindReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, string CodeKey)> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return GetReferencesAsync(
            [.. codes.Select(code => (code.Kind, Key: (code.Kind, new TextKey(code.CodeKey))))
                .Where(code => Tables.ReferenceCodes.TryGet(code.Key, out _))
                .Select(code => (code.Kind, Tables.ReferenceCodes.TryGet(code.Key, out var number) ? number : 0))]);
    }

    public ValueTask<IReadOnlyList<Reference>> GetReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, int Number)> numbers) =>
        Found(Values(Tables.References, numbers).Select(reference => reference.Row));

    public ValueTask<IReadOnlyList<SkuRow>> GetVariantsAsync(int template) => GetSkusAsync(
        [.. Tables.Variants.From((template, 0)).TakeWhile(sku => Tables.Variants.TryGet((template, sku), out _))]);

    public ValueTask<IReadOnlyList<Identifier>> FindIdentifiersAsync(
        IReadOnlyCollection<(IdentifierKind Kind, string Value)> names) =>
        Found(names.SelectMany(IdentifiersOf).OrderBy(identifier => identifier.ValidFrom));

    public IAsyncEnumerable<Checked<SkuRow>> ReadSkusAsync(int after) =>
        Stream(Tables.Skus.After(after).Select(sku => new Checked<SkuRow>(WithHead(sku.Row), sku.Check)));

    public IAsyncEnumerable<Checked<Location>> ReadLocationsAsync() => Stream(Tables.Locations.Rows());

    public IAsyncEnumerable<Checked<Reason>> ReadReasonsAsync() => Stream(Tables.Reasons.Rows());

    public IAsyncEnumerable<Checked<Reference>> ReadReferencesAsync() => Stream(Tables.References.Rows());

    public IAsyncEnumerable<Checked<Identifier>> ReadIdentifiersAsync() => Stream(Tables.Identifiers.Rows());

    private SkuRow WithHead(Sku sku) => new(sku, HeadOf(sku.Number));

    private Head HeadOf(int sku) => Tables.Heads.TryGet(sku, out var head) ? head : Head.Of(sku);

    private IEnumerable<Identifier> IdentifiersOf((IdentifierKind Kind, string Value) name) =>
        Tables.Identifiers.From((name.Kind, new TextKey(name.Value), 0))
            .Select(row => row.Row)
            .TakeWhile(identifier => identifier.Kind == name.Kind && identifier.Value == name.Value);
}
