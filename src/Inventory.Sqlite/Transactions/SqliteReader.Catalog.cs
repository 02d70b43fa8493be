using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Sqlite.Tables;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Sqlite.Transactions;

/// <content>Settings and master data.</content>
internal partial class SqliteReader
{
    public ValueTask<LedgerState> GetLedgerAsync() => new(ReadLedger().Row);

    public ValueTask<IReadOnlyList<SkuRow>> FindSkusAsync(IReadOnlyCollection<string> codeKeys) =>
        Each(SkuTable.ByCodeKey, codeKeys, static (s, key) => s.Bind(2, key),
            row => SkuTable.Read(Connection, Ledger, row));

    public ValueTask<IReadOnlyList<SkuRow>> GetSkusAsync(IReadOnlyCollection<int> numbers) =>
        Each(SkuTable.ByNumber, numbers, static (s, key) => s.Bind(2, key),
            row => SkuTable.Read(Connection, Ledger, row));

    public ValueTask<IReadOnlyList<Location>> FindLocationsAsync(IReadOnlyCollection<string> codeKeys) =>
        Each(LocationTable.ByCodeKey, codeKeys, static (s, key) => s.Bind(2, key), LocationTable.Read);

    public ValueTask<IReadOnlyList<Location>> GetLocationsAsync(IReadOnlyCollection<int> numbers) =>
        Each(LocationTable.ByNumber, numbers, static (s, key) => s.Bind(2, key), LocationTable.Read);

    public ValueTask<IReadOnlyList<Reason>> FindReasonsAsync(IReadOnlyCollection<string> codeKeys) =>
        Each(ReasonTable.ByCodeKey, codeKeys, static (s, key) => s.Bind(2, key), ReasonTable.Read);

    public ValueTask<IReadOnlyList<Reference>> FindReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, string CodeKey)> codes) =>
        Each(ReferenceTable.ByCodeKey, codes, static (s, code) => s.Bind(2, (long)code.Kind).Bind(3, code.CodeKey),
            ReferenceTable.Read);

    public ValueTask<IReadOnlyList<Reference>> GetReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, int Number)> numbers) =>
        Each(ReferenceTable.ByNumber, numbers, static (s, row) => s.Bind(2, (long)row.Kind).Bind(3, row.Number),
            ReferenceTable.Read);

    public ValueTask<IReadOnlyList<SkuRow>> GetVariantsAsync(int template) =>
        Each(SkuTable.ByTemplate, [template], static (s, number) => s.Bind(2, number),
            row => SkuTable.Read(Connection, Ledger, row));

    public ValueTask<IReadOnlyList<Identifier>> FindIdentifiersAsync(
        IReadOnlyCollection<(IdentifierKind Kind, string Value)> names) =>
        Each(
            IdentifierTable.ByValue, names, static (s, name) => s.Bind(2, (long)name.Kind).Bind(3, name.Value),
            IdentifierTable.Read);

    public IAsyncEnumerable<Checked<SkuRow>> ReadSkusAsync(int after) => Stream(
        SkuTable.After, s => s.Bind(1, Ledger).Bind(2, after), row => SkuTable.ReadChecked(Connection, Ledger, row));

    public IAsyncEnumerable<Checked<Location>> ReadLocationsAsync() =>
        Stream(LocationTable.All, s => s.Bind(1, Ledger), LocationTable.ReadChecked);

    public IAsyncEnumerable<Checked<Reason>> ReadReasonsAsync() =>
        Stream(ReasonTable.All, s => s.Bind(1, Ledger), ReasonTable.ReadChecked);

    public IAsyncEnumerable<Checked<Reference>> ReadReferencesAsync() =>
        Stream(ReferenceTable.All, s => s.Bind(1, Ledger), ReferenceTable.ReadChecked);

    public IAsyncEnumerable<Checked<Identifier>> ReadIdentifiersAsync() =>
        Stream(IdentifierTable.All, s => s.Bind(1, Ledger), IdentifierTable.ReadChecked);

    public ValueTask<(Checked<LedgerState> Ledger, IReadOnlyList<Checked<BookDefinition>> Books)> GetSettingsAsync()
    {
        IReadOnlyList<Checked<BookDefinition>> books =
            BookTable.ReadAll(Connection, Ledger).ConvertAll(row => row.Book);
        return new ValueTask<(Checked<LedgerState>, IReadOnlyList<Checked<BookDefinition>>)>((ReadLedger(), books));
    }
}
