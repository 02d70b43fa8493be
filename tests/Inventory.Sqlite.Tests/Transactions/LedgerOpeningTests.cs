using Inventory.Locations;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tests.Transactions;

public sealed class LedgerOpeningTests : IAsyncLifetime
{
    private readonly StoreFile _file = new();
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = _file.Store();
        await _store.EnsureSchemaAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task Ledger_OnFirstUse_IsMadeWithBooksAndCounterparties()
    {
        var opened = await _store.OpenLedgerAsync(StoreFile.Definition);

        var state = opened.State;
        Assert.Equal(("main", 1, 5, 0L), (state.Name, state.Ledger, state.Locations, state.LastCommit));
        Assert.Equal([(1, "statutory"), (2, "average")], opened.Books.Select(book => (book.Number, book.Name)));
        Assert.Empty(opened.NewBooks);
        await using var reader = await _store.ReadAsync(1);
        var locations = await reader.ReadLocationsAsync().ToListAsync();
        Assert.Equal(WellKnownLocations.All, locations.Select(row => row.Row));
        Assert.All(locations, row => Assert.Equal(row.Row.ComputeCheck(), row.Check));
        var (ledger, books) = await reader.GetSettingsAsync();
        Assert.Equal(ledger.Row.ComputeCheck(), ledger.Check);
        Assert.All(books, book => Assert.Equal(book.Row.ComputeCheck(), book.Check));
    }

    [Fact]
    public async Task Ledger_OpenedAgain_IsTheSame()
    {
        var first = await _store.OpenLedgerAsync(StoreFile.Definition);
        var again = await _store.OpenLedgerAsync(StoreFile.Definition);

        Assert.Equal(first.State, again.State);
        Assert.Equal(first.Books, again.Books);
    }

    [Fact]
    public async Task Ledgers_ShareAFile()
    {
        await _store.OpenLedgerAsync(StoreFile.Definition);
        var second = await _store.OpenLedgerAsync(StoreFile.Definition with { Name = "tenant 2" });
        await new LedgerDriver(_store).CommitAsync(Shop.Opening, Shop.Founding("A"));

        Assert.Equal(2, second.State.Ledger);
        await using var reader = await _store.ReadAsync(2);
        Assert.Empty(await reader.FindSkusAsync(["A"]));
        Assert.Empty(await reader.GetSkusWithRowsAsync());
        Assert.Equal(0, (await reader.GetLedgerAsync()).LastCommit);
    }

    [Fact]
    public async Task OtherSettings_AreRefused()
    {
        await _store.OpenLedgerAsync(StoreFile.Definition);

        await RefusedAsync(definition => definition with { CostScale = 2 });
        await RefusedAsync(definition => definition with { Currency = Currency.Usd });
        await RefusedAsync(definition => definition with { RequireActor = true });
        await RefusedAsync(definition => definition with
        {
            Books = [new BookDefinition(1, "statutory", CostMethod.MovingAverage, IsInline: false)],
        });

        Task RefusedAsync(Func<LedgerDefinition, LedgerDefinition> change) => Assert.ThrowsAsync<ArgumentException>(
            () => _store.OpenLedgerAsync(change(StoreFile.Definition)).AsTask());
    }

    [Fact]
    public async Task Book_AddedToHistory_IsNewUntilItIsBuilt()
    {
        await _store.OpenLedgerAsync(StoreFile.Definition);
        await new LedgerDriver(_store).CommitAsync(Shop.Opening, Shop.Founding("A"));

        var extended = StoreFile.Definition with { Books = [new BookDefinition(0, "late", CostMethod.Fifo, false)] };
        var opened = await _store.OpenLedgerAsync(extended);
        Assert.Equal(["statutory", "average", "late"], opened.Books.Select(book => book.Name));
        Assert.Equal([3], opened.NewBooks);
        await using (var writer = await _store.WriteAsync(1))
        {
            await writer.MarkBookBuiltAsync(3);
            await writer.CommitAsync();
        }

        Assert.Empty((await _store.OpenLedgerAsync(extended)).NewBooks);
    }
}
