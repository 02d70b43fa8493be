using Inventory.Movements;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Reasons.</summary>
internal static class ReasonTable
{
    private const string Columns = "reason, code, name, direction, account, check_hash";

    public const string ByCodeKey = $"SELECT {Columns} FROM inventory_reason WHERE ledger = ?1 AND code_key = ?2";

    public const string All = $"SELECT {Columns} FROM inventory_reason WHERE ledger = ?1 ORDER BY reason";

    public const string Insert =
        $"INSERT INTO inventory_reason (ledger, code_key, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public static Reason Read(Statement row) =>
        new(row.Int(0), row.Text(1), row.Text(2), (ReasonDirection)row.Int(3), row.Text(4));

    public static Checked<Reason> ReadChecked(Statement row) => new(Read(row), row.Digest(5));

    public static void Bind(Statement statement, int ledger, Reason reason) => statement
        .Bind(1, ledger).Bind(2, reason.CodeKey).Bind(3, reason.Number).Bind(4, reason.Code).Bind(5, reason.Name)
        .Bind(6, (long)reason.Direction).Bind(7, reason.Account).Bind(8, reason.ComputeCheck());
}
