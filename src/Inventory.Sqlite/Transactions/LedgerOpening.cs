using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Tables;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Sqlite.Transactions;

/// <summary>Finds a ledger by its definition, or makes it, or adds its new books.</summary>
internal static class LedgerOpening
{
    /// <summary>The ledger, if it is there with all its books.</summary>
    /// <returns>Null when something is missing.</returns>
    /// <exception cref="ArgumentException">The ledger or a book exists with other settings.</exception>
    public static OpenedLedger? Find(Connection connection, LedgerDefinition definition)
    {
        if (FindState(connection, definition.Name) is not { } state)
        {
            return null;
        }

        CheckSettings(state, definition);
        var books = BookTable.ReadAll(connection, state.Ledger);
        return definition.Books.All(book => IsKnown(books, book)) ? ToOpened(state, books) : null;
    }

    /// <summary>The ledger, made as far as it is missing.</summary>
    /// <param name="connection">A connection in a write transaction; the caller commits.</param>
    /// <param name="definition">What it must be.</param>
    public static OpenedLedger FindOrCreate(Connection connection, LedgerDefinition definition)
    {
        if (FindState(connection, definition.Name) is not { } state)
        {
            state = Create(connection, definition);
        }

        CheckSettings(state, definition);
        var books = BookTable.ReadAll(connection, state.Ledger);
        foreach (var wanted in definition.Books)
        {
            if (!IsKnown(books, wanted))
            {
                var book = wanted with { Number = books.Count == 0 ? 1 : books[^1].Book.Row.Number + 1 };
                var isBuilt = state.LastCommit == 0;
                BookTable.Write(connection, state.Ledger, book, isBuilt);
                books.Add((new Checked<BookDefinition>(book, book.ComputeCheck()), isBuilt));
            }
        }

        return ToOpened(state, books);
    }

    private static LedgerState? FindState(Connection connection, string name)
    {
        using var statement = connection.Rent(LedgerTable.ByName);
        return statement.Bind(1, name).Step() ? statement.Read(LedgerTable.Read) : null;
    }

    // A ledger whose name was edited, or whose row was deleted, looks like one that is not there yet: it is not to be
    // made again.
    private static void CheckOthers(Connection connection, int next)
    {
        using var ledgers = connection.Rent(LedgerTable.All);
        while (ledgers.Step())
        {
            var (ledger, check) = ledgers.Read(LedgerTable.ReadChecked);
            if (ledger.ComputeCheck() != check)
            {
                throw new InventoryCorruptionException(
                    $"The row of ledger {ledger.Ledger}, '{ledger.Name}', was edited: its columns and its hash differ. "
                    + "No ledger is made beside it.");
            }
        }

        using var locations = connection.Rent(LocationTable.All);
        if (locations.Bind(1, next).Step())
        {
            throw new InventoryCorruptionException(
                $"Ledger {next} has rows, but is missing itself: its row was deleted.");
        }
    }

    private static LedgerState Create(Connection connection, LedgerDefinition definition)
    {
        using var next = connection.Rent(LedgerTable.NextNumber);
        next.Step();
        CheckOthers(connection, next.Int(0));
        var state = new LedgerState(
            next.Int(0), definition.Name, definition.Currency, definition.CostScale, definition.RequireActor,
            CatalogVersion: 0,
            Skus: 0, WellKnownLocations.All.Count, Reasons: 0, LastCommit: 0, LastRecorded: 0);
        using var insert = connection.Rent(LedgerTable.Insert);
        LedgerTable.Bind(insert, state);
        insert.Execute();

        using var location = connection.Rent(LocationTable.Put);
        foreach (var known in WellKnownLocations.All)
        {
            LocationTable.Bind(location, state.Ledger, known);
            location.Execute();
        }

        return state;
    }

    private static void CheckSettings(LedgerState state, LedgerDefinition definition)
    {
        if (state.Currency != definition.Currency || state.CostScale != definition.CostScale
            || state.RequireActor != definition.RequireActor)
        {
            throw new ArgumentException(
                $"Ledger '{state.Name}' exists with currency {state.Currency} ({state.Currency.Digits} digits), "
                + $"cost scale {state.CostScale} and required actor {state.RequireActor}: its settings never change.",
                nameof(definition));
        }
    }

    private static bool IsKnown(List<(Checked<BookDefinition> Book, bool IsBuilt)> books, BookDefinition wanted)
    {
        var at = books.FindIndex(row => string.Equals(row.Book.Row.Name, wanted.Name, StringComparison.Ordinal));
        if (at < 0)
        {
            return wanted.IsInline && books.Exists(row => row.Book.Row.IsInline)
                ? throw new ArgumentException(
                    $"Book '{wanted.Name}' cannot be inline: the ledger has an inline book, and at most one can be.",
                        nameof(wanted))
                : false;
        }

        var found = books[at].Book.Row;
        return found.Method == wanted.Method && found.IsInline == wanted.IsInline
            ? true
            : throw new ArgumentException(
                $"Book '{found.Name}' exists with method {found.Method}, inline {found.IsInline}: books never change.",
                nameof(wanted));
    }

    private static OpenedLedger ToOpened(
        LedgerState state, List<(Checked<BookDefinition> Book, bool IsBuilt)> books) => new(
        state, books.ConvertAll(row => row.Book.Row),
        [.. books.Where(row => !row.IsBuilt).Select(row => row.Book.Row.Number)]);
}
