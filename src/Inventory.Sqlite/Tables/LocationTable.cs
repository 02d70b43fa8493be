using Inventory.Locations;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Locations.</summary>
internal static class LocationTable
{
    private const string Columns =
        "location, code, name, kind, parent, holds_stock, is_pool, pool, time_zone, negative, negative_limit, "
        + "check_hash";

    public const string ByCodeKey = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 AND code_key = ?2";

    public const string ByNumber = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 AND location = ?2";

    public const string All = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 ORDER BY location";

    public const string Insert =
        $"INSERT INTO inventory_location (ledger, code_key, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

    public static Location Read(Statement row) => new()
    {
        Number = row.Int(0),
        Code = row.Text(1),
        Name = row.Text(2),
        Kind = (LocationKind)row.Int(3),
        Parent = row.Int(4),
        HoldsStock = row.Flag(5),
        IsPool = row.Flag(6),
        Pool = row.Int(7),
        TimeZone = row.Text(8),
        Negative = (NegativeStock)row.Int(9),
        NegativeLimit = row.Long(10),
    };

    public static Checked<Location> ReadChecked(Statement row) => new(Read(row), row.Digest(11));

    public static void Bind(Statement statement, int ledger, Location location) => statement
        .Bind(1, ledger).Bind(2, location.CodeKey).Bind(3, location.Number).Bind(4, location.Code)
        .Bind(5, location.Name).Bind(6, (long)location.Kind).Bind(7, location.Parent).Bind(8, location.HoldsStock)
        .Bind(9, location.IsPool).Bind(10, location.Pool).Bind(11, location.TimeZone)
        .Bind(12, (long)location.Negative).Bind(13, location.NegativeLimit).Bind(14, location.ComputeCheck());
}
