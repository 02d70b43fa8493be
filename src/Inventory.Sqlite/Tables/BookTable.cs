using Inventory.Commands;
using Inventory.Sqlite.Connections;
using Inventory.Storage;
using Inventory.Valuation;
using Dapper;

namespace Inventory.Sqlite.Tables;

/// <summary>
/// The books of a ledger. They are read when it is opened or verified, so the mapper is quick enough.
/// </summary>
internal static class BookTable
{
    private const string OfLedger =
        """
        SELECT book AS Number, name AS Name, method AS Method, is_inline AS IsInline,
            is_built AS IsBuilt, check_hash AS CheckHash
        FROM inventory_book WHERE ledger = @ledger ORDER BY book
        """;

    private const string Insert =
        """
        INSERT INTO inventory_book (ledger, book, name, method, is_inline, is_built, check_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    public const string MarkBuilt = "UPDATE inventory_book SET is_built = 1 WHERE ledger = ?1 AND book = ?2";

    public static List<(Checked<BookDefinition> Book, bool IsBuilt)> ReadAll(Connection connection, int ledger)
    {
        var rows = StoreErrors.Map(
            () => connection.Provider.Query<Row>(connection.Qualify(OfLedger), new { ledger }).AsList());
        connection.RowsRead += rows.Count;
        return rows.ConvertAll(row => (new Checked<BookDefinition>(
            new BookDefinition(checked((int)row.Number), row.Name, (CostMethod)row.Method, Flag(row, row.IsInline)),
                Check(row)),
            Flag(row, row.IsBuilt)));
    }

    public static void Write(Connection connection, int ledger, BookDefinition book, bool isBuilt)
    {
        using var insert = connection.Rent(Insert);
        insert.Bind(1, ledger).Bind(2, book.Number).Bind(3, book.Name).Bind(4, (long)book.Method).Bind(5, book.IsInline)
            .Bind(6, isBuilt).Bind(7, book.ComputeCheck()).Execute();
    }

    private static bool Flag(Row row, long value) => value is 0 or 1
        ? value == 1
        : throw new InventoryCorruptionException($"Book '{row.Name}' has a flag of {value}, neither 0 nor 1.");

    private static Digest Check(Row row) => row.CheckHash.Length == Digest.Size
        ? Digest.FromBytes(row.CheckHash)
        : throw new InventoryCorruptionException($"Book '{row.Name}' has a hash of {row.CheckHash.Length} bytes.");

    private sealed record Row(long Number, string Name, long Method, long IsInline, long IsBuilt, byte[] CheckHash);
}
