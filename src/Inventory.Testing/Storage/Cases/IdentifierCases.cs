using Inventory.Catalog;
using NodaTime;

namespace Inventory.Testing.Storage.Cases;

internal sealed class IdentifierCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Identifiers_AreFoundByKindAndValue_ByFirstDay()
    {
        await fixture.Driver.CommitAsync(_given.Sku("A"), _given.Sku("B")).ConfigureAwait(false);
        var later = new AddIdentifier(_given.Key(), "B", IdentifierKind.Barcode, "x 1") { ValidFrom =
            new LocalDate(2025, 6, 1) };
        var earlier = new AddIdentifier(_given.Key(), "A", IdentifierKind.Barcode, "x 1") { ValidTo =
            new LocalDate(2025, 5, 31) };
        var otherKind = new AddIdentifier(_given.Key(), "A", IdentifierKind.Alias, "x 1");
        var prepared = await fixture.Driver.CommitAsync(later, earlier, otherKind).ConfigureAwait(false);

        var found = await fixture.ReadAsync(
            reader => reader.FindIdentifiersAsync([(IdentifierKind.Barcode, "x 1"), (IdentifierKind.Gtin, "x 1")]))
                .ConfigureAwait(false);

        var given = prepared.Batch.Identifiers;
        Expect.Rows([given[1], given[0]], found, "identifiers by first day");
    }

    public async Task Identifiers_AreReadInOrder_WithTheirHashes()
    {
        await fixture.Driver.CommitAsync(_given.Sku("A")).ConfigureAwait(false);
        var prepared = await fixture.Driver.CommitAsync(
            new AddIdentifier(_given.Key(), "A", IdentifierKind.Alias, "b"),
            new AddIdentifier(_given.Key(), "A", IdentifierKind.Alias, "a") { ValidFrom = new LocalDate(2025, 1, 1) },
            new AddIdentifier(_given.Key(), "A", IdentifierKind.Alias, "a") { ValidTo = new LocalDate(2024, 12, 31) },
            new AddIdentifier(_given.Key(), "A", IdentifierKind.Gtin, "4006381333931")).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadIdentifiersAsync()).ConfigureAwait(false);

        var given = prepared.Batch.Identifiers;
        Expect.Rows([given[3], given[2], given[1], given[0]], stored.Select(row => row.Row),
            "identifiers by kind, value and first day");
        Expect.That(stored.TrueForAll(row => row.Check == row.Row.ComputeCheck()),
            "identifiers are stored with their hashes");
    }
}
