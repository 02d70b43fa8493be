using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Commands that wait to be applied, or were refused.</summary>
internal static class InboxTable
{
    private const string Columns = "number, key_source, key_text, kind, body, enqueued, tried, refusal, check_hash";

    public const string After =
        $"SELECT {Columns} FROM inventory_inbox WHERE ledger = ?1 AND number > ?2 ORDER BY number";

    /// <summary>The next number is known only once the row is there, and its hash covers it.</summary>
    public const string Insert =
        """
        INSERT INTO inventory_inbox (ledger, key_source, key_text, kind, body, enqueued, tried, refusal, check_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, zeroblob(16)) RETURNING number
        """;

    public const string Update =
        "UPDATE inventory_inbox SET tried = ?3, refusal = ?4, check_hash = ?5 WHERE ledger = ?1 AND number = ?2";

    public const string Delete = "DELETE FROM inventory_inbox WHERE ledger = ?1 AND number = ?2";

    public static Checked<InboxRow> ReadChecked(Statement row) => new(
        new InboxRow(
            row.Long(0), new CommandKey(row.Text(2), row.Text(1)), row.Text(3), row.Text(4), row.Long(5), row.Long(6),
            row.OptionalText(7)),
        row.Digest(8));

    /// <summary>Binds all but the ledger.</summary>
    public static void BindNew(Statement statement, InboxRow row) => statement
        .Bind(2, row.Key.Source).Bind(3, row.Key.Text).Bind(4, row.Kind).Bind(5, row.Body).Bind(6, row.Enqueued)
        .Bind(7, row.Tried).Bind(8, row.Refusal);

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, InboxRow row) => statement
        .Bind(2, row.Number).Bind(3, row.Tried).Bind(4, row.Refusal).Bind(5, row.ComputeCheck());
}
