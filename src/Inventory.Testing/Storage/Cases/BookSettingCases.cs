using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Testing.Storage.Cases;

internal sealed class BookSettingCases(StoreFixture fixture)
{
    private static readonly BookDefinition Fifo = new(1, "statutory", CostMethod.Fifo, IsInline: true);
    private static readonly BookDefinition Average = new(2, "management", CostMethod.MovingAverage, IsInline: false);

    public async Task Open_New_HasItsBooks()
    {
        var opened = await OpenAsync("new", Fifo, Average).ConfigureAwait(false);

        Expect.Rows([Fifo, Average], opened.Books, "books");
        Expect.Rows([], opened.NewBooks, "books to build");
        var settings = await SettingsAsync(opened).ConfigureAwait(false);
        Expect.Rows([Fifo, Average], settings.Select(book => book.Row), "stored books");
        Expect.That(settings.All(book => book.Check == book.Row.ComputeCheck()), "books are stored with their hashes");
    }

    public async Task Open_WithFewerBooks_KeepsAll()
    {
        await OpenAsync("new", Fifo, Average).ConfigureAwait(false);

        var again = await OpenAsync("new", Average).ConfigureAwait(false);

        Expect.Rows([Fifo, Average], again.Books, "books");
        Expect.Rows([], again.NewBooks, "books to build");
    }

    public async Task Open_BookOfAnotherMethod_IsRefused()
    {
        var opened = await OpenAsync("new", Fifo).ConfigureAwait(false);

        await Expect.ThrowsAsync<ArgumentException>(
            () => OpenAsync("new", Average, Fifo with { Method = CostMethod.MovingAverage }),
                "a book of another method").ConfigureAwait(false);

        var settings = await SettingsAsync(opened).ConfigureAwait(false);
        Expect.Rows([Fifo], settings.Select(book => book.Row), "books after a refused opening");
    }

    public async Task Open_BookOnHistory_IsToBeBuiltUntilItIs()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(fixture.Given.Receipt(5)).ConfigureAwait(false);
        var name = StoreFixture.Definition.Name;

        // The number in the definition is the caller's guess; the store gives the next one.
        var added = await OpenAsync(name, Average).ConfigureAwait(false);
        Expect.Rows([Average with { Number = 1 }], added.Books, "books");
        Expect.Rows([1], added.NewBooks, "books to build");

        var again = await OpenAsync(name, Average, Fifo).ConfigureAwait(false);
        Expect.Rows([Average with { Number = 1 }, Fifo with { Number = 2 }], again.Books, "books");
        Expect.Rows([1, 2], again.NewBooks, "books to build, while none is built");

        await fixture.WriteAsync(writer => writer.MarkBookBuiltAsync(1)).ConfigureAwait(false);
        var built = await OpenAsync(name).ConfigureAwait(false);
        Expect.Rows([2], built.NewBooks, "books to build, when one is built");
    }

    private Task<OpenedLedger> OpenAsync(string name, params BookDefinition[] books) =>
        fixture.Store.OpenLedgerAsync(StoreFixture.Definition with { Name = name, Books = books }).AsTask();

    private async Task<IReadOnlyList<Checked<BookDefinition>>> SettingsAsync(OpenedLedger opened)
    {
        var reader = await fixture.Store.ReadAsync(opened.State.Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return (await reader.GetSettingsAsync().ConfigureAwait(false)).Books;
        }
    }
}
