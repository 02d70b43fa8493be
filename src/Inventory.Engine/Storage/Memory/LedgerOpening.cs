using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Storage.Memory;

/// <summary>Creates a ledger, or finds out whether it is the one that was asked for.</summary>
internal static class LedgerOpening
{
    public static LedgerTables Create(int number, LedgerDefinition definition)
    {
        var state = new LedgerState(
            number, definition.Name, definition.Currency, definition.CostScale, definition.RequireActor,
            CatalogVersion: 0, Skus: 0, WellKnownLocations.All.Count, Reasons: 0, LastCommit: 0, LastRecorded: 0);
        var tables = new LedgerTables(new(state, state.ComputeCheck()));
        foreach (var location in WellKnownLocations.All)
        {
            CatalogWriting.Put(tables, location);
        }

        return tables;
    }

    public static void CheckSettings(LedgerTables tables, LedgerDefinition definition)
    {
        var state = tables.Ledger.Row;
        if (state.Currency != definition.Currency || state.CostScale != definition.CostScale
            || state.RequireActor != definition.RequireActor)
        {
            throw new ArgumentException(
                $"The ledger '{state.Name}' exists with other settings: "
                + $"currency {state.Currency} of {state.Currency.Digits} digits, cost scale {state.CostScale}, "
                + $"require actor {state.RequireActor}. Open it with those.",
                    nameof(definition));
        }
    }

    public static void AddBooks(LedgerTables tables, LedgerDefinition definition)
    {
        foreach (var asked in definition.Books)
        {
            var existing = tables.Books.Rows().FirstOrDefault(row => row.Book.Row.Name == asked.Name)?.Book.Row;
            if (existing is null && asked.IsInline && tables.Books.Rows().Any(row => row.Book.Row.IsInline))
            {
                throw new ArgumentException(
                    $"Book '{asked.Name}' cannot be inline: the ledger has an inline book, and at most one can be.",
                    nameof(definition));
            }

            if (existing is null)
            {
                // The number is the store's: books are never removed, so the next one is always free.
                var book = asked with { Number = tables.Books.Count + 1 };
                tables.Books.Set(book.Number,
                    new BookRow(new(book, book.ComputeCheck()), tables.Ledger.Row.LastCommit == 0));
            }
            else if (existing.Method != asked.Method || existing.IsInline != asked.IsInline)
            {
                throw new ArgumentException(
                    $"The book '{asked.Name}' exists with method {existing.Method}, "
                    + $"{(existing.IsInline ? "inline" : "not inline")}; use another name for another book.",
                    nameof(definition));
            }
        }
    }

    public static OpenedLedger Describe(LedgerTables tables) => new(
        tables.Ledger.Row,
        [.. tables.Books.Rows().Select(row => row.Book.Row)],
        [.. tables.Books.Rows().Where(row => !row.IsBuilt).Select(row => row.Book.Row.Number)]);
}
