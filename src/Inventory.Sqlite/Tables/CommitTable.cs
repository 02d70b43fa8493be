using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Commits.</summary>
internal static class CommitTable
{
    private const string Columns = "commit_no, recorded, commands, entries, promises, check_hash";

    public const string After =
        $"SELECT {Columns} FROM inventory_commit_log WHERE ledger = ?1 AND commit_no > ?2 ORDER BY commit_no";

    public const string Insert =
        $"INSERT INTO inventory_commit_log (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public static Checked<CommitRecord> ReadChecked(Statement row) => new(
        new CommitRecord(row.Long(0), row.Long(1), row.Int(2), row.Int(3), row.Int(4)), row.Digest(5));

    public static void Bind(Statement statement, int ledger, CommitRecord commit) => statement
        .Bind(1, ledger).Bind(2, commit.Number).Bind(3, commit.Recorded).Bind(4, commit.Commands)
        .Bind(5, commit.Entries).Bind(6, commit.Promises).Bind(7, commit.ComputeCheck());
}
