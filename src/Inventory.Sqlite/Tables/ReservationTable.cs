using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>Reservations as they stand.</summary>
internal static class ReservationTable
{
    private const string Columns = "commit_no, ordinal, sku, pool, held";

    public const string ByName =
        $"SELECT {Columns} FROM inventory_reservation WHERE ledger = ?1 AND commit_no = ?2 AND ordinal = ?3";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_reservation WHERE ledger = ?1 AND sku = ?2 ORDER BY commit_no, ordinal";

    public const string Insert =
        $"INSERT INTO inventory_reservation (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    /// <summary>Changes a reservation under its guard: what it held when the change was decided.</summary>
    public const string Change =
        "UPDATE inventory_reservation SET held = ?4 WHERE ledger = ?1 AND commit_no = ?2 AND ordinal = ?3 "
        + "AND held = ?5";

    public static ReservationState Read(Statement row) =>
        new(row.Long(0), row.Int(1), row.Int(2), row.Int(3), row.Long(4));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, ReservationState reservation) => statement
        .Bind(2, reservation.Commit).Bind(3, reservation.Ordinal).Bind(4, reservation.Sku).Bind(5, reservation.Pool)
        .Bind(6, reservation.Held);
}
