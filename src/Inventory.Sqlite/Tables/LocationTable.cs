using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Locations.</summary>
internal static class LocationTable
{
    private const string Columns =
        "location, code, name, kind, parent, holds_stock, is_pool, pool, time_zone, negative, negative_limit, "
        + "frozen, frozen_for, frozen_by, frozen_until, details, check_hash";

    public const string ByCodeKey = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 AND code_key = ?2";

    public const string ByNumber = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 AND location = ?2";

    public const string All = $"SELECT {Columns} FROM inventory_location WHERE ledger = ?1 ORDER BY location";

    public const string Put =
        $"""
        INSERT INTO inventory_location (ledger, code_key, {Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (ledger, location) DO UPDATE SET frozen = excluded.frozen, frozen_for = excluded.frozen_for,
            frozen_by = excluded.frozen_by, frozen_until = excluded.frozen_until, details = excluded.details,
            check_hash = excluded.check_hash
        """;

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
        Freeze = ReadFreeze(row),
        Details = LocationDetails.Parse(row.Text(15)),
    };

    public static Checked<Location> ReadChecked(Statement row) => new(Read(row), row.Digest(16));

    public static void Bind(Statement statement, int ledger, Location location) => statement
        .Bind(1, ledger).Bind(2, location.CodeKey).Bind(3, location.Number).Bind(4, location.Code)
        .Bind(5, location.Name).Bind(6, (long)location.Kind).Bind(7, location.Parent).Bind(8, location.HoldsStock)
        .Bind(9, location.IsPool).Bind(10, location.Pool).Bind(11, location.TimeZone)
        .Bind(12, (long)location.Negative).Bind(13, location.NegativeLimit)
        .Bind(14, location.Freeze is { } freeze ? 1 + (long)freeze.Direction : 0)
        .Bind(15, location.Freeze is null ? 0 : (long)location.Freeze.Purpose)
        .Bind(16, location.Freeze?.Owner ?? string.Empty)
        .Bind(17, location.Freeze?.Until is { } until ? Micros.Floor(until) : 0)
        .Bind(18, location.Details.Text).Bind(19, location.ComputeCheck());

    // A row without a freeze has nothing in any of the four columns.
    private static Freeze? ReadFreeze(Statement row) =>
        (Frozen: row.Int(11), For: row.Int(12), By: row.Text(13), Until: row.Long(14)) is var freeze
            && freeze == (0, 0, string.Empty, 0)
            ? null
            : new Freeze(
                (FreezeDirection)(freeze.Frozen - 1), (FreezePurpose)freeze.For, freeze.By,
                freeze.Until == 0 ? null : Micros.ToInstant(freeze.Until));
}
