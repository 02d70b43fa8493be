using System.Globalization;
using Inventory.Catalog;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>SKUs with their conversions and heads.</summary>
internal static class SkuTable
{
    private const string Columns =
        "s.sku, s.code, s.name, s.type, s.lifecycle, s.tracking, s.unit_code, s.unit_dimension, s.unit_size_numerator, "
        + "s.unit_size_denominator, s.unit_step, s.conversions, s.check_hash, " + HeadTable.Joined
        + ", s.details, s.variant_template";

    private const string From =
        "FROM inventory_sku s LEFT JOIN inventory_head h ON h.ledger = s.ledger AND h.sku = s.sku WHERE s.ledger = ?1";

    public const string ByCodeKey = $"SELECT {Columns} {From} AND s.code_key = ?2";

    public const string ByNumber = $"SELECT {Columns} {From} AND s.sku = ?2";

    public const string After = $"SELECT {Columns} {From} AND s.sku > ?2 ORDER BY s.sku";

    public const string ByTemplate =
        $"SELECT {Columns} {From} AND s.variant_template = ?2 AND s.variant_template <> 0 ORDER BY s.sku";

    public const string ConversionsOf =
        """
        SELECT from_unit, to_unit, factor_numerator, factor_denominator, step, ordinal
        FROM inventory_sku_conversion WHERE ledger = ?1 AND sku = ?2 ORDER BY ordinal
        """;

    private const string Put =
        """
        INSERT INTO inventory_sku (ledger, sku, code, code_key, name, type, lifecycle, tracking, unit_code,
            unit_dimension,
            unit_size_numerator, unit_size_denominator, unit_step, conversions, check_hash, details, variant_template)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (ledger, sku) DO UPDATE SET code = excluded.code, code_key = excluded.code_key,
            name = excluded.name,
            type = excluded.type, lifecycle = excluded.lifecycle, tracking = excluded.tracking,
            unit_code = excluded.unit_code,
            unit_dimension = excluded.unit_dimension, unit_size_numerator = excluded.unit_size_numerator,
            unit_size_denominator = excluded.unit_size_denominator, unit_step = excluded.unit_step,
            conversions = excluded.conversions, check_hash = excluded.check_hash, details = excluded.details,
            variant_template = excluded.variant_template
        """;

    private const string DeleteConversions = "DELETE FROM inventory_sku_conversion WHERE ledger = ?1 AND sku = ?2";

    private const string InsertConversion =
        """
        INSERT INTO inventory_sku_conversion
            (ledger, sku, ordinal, from_unit, to_unit, factor_numerator, factor_denominator, step)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    // Behind the columns of the SKU and its head.
    private const int DetailsColumn = 22;

    public static SkuRow Read(Connection connection, int ledger, Statement row)
    {
        var number = row.Int(0);
        var sku = new Sku
        {
            Number = number,
            Code = row.Text(1),
            Name = row.Text(2),
            Type = (SkuType)row.Int(3),
            Lifecycle = (Lifecycle)row.Int(4),
            Tracking = (Tracking)row.Int(5),
            BaseUnit = new UnitOfMeasure(
                row.Text(6), row.Text(7), new Ratio(row.Long(8), row.Long(9)), ToDecimal(row.Text(10))),
            Conversions = row.Long(11) == 0 ? [] : ReadConversions(connection, ledger, number),
            Details = SkuDetails.Parse(row.Text(DetailsColumn)),
        };
        return new SkuRow(sku, HeadTable.ReadJoined(row, number));
    }

    /// <summary>Reads a SKU to verify it, with conversions that nobody else would look for.</summary>
    public static Checked<SkuRow> ReadChecked(Connection connection, int ledger, Statement row)
    {
        var sku = Read(connection, ledger, row);
        var conversions = ReadConversions(connection, ledger, sku.Sku.Number);
        if (row.Long(DetailsColumn + 1) != (sku.Sku.Variant?.Template ?? 0))
        {
            throw new InventoryCorruptionException(
                $"SKU '{sku.Sku.Code}' is found as a variant of another template than its details say.");
        }

        return conversions.Count == row.Long(11)
            ? new Checked<SkuRow>(sku, row.Digest(12))
            : throw new InventoryCorruptionException(
                $"SKU '{sku.Sku.Code}' counts {row.Long(11)} conversions, but there are {conversions.Count}.");
    }

    public static void Write(Connection connection, int ledger, Sku sku)
    {
        using var put = connection.Rent(Put);
        put.Bind(1, ledger).Bind(2, sku.Number).Bind(3, sku.Code).Bind(4, sku.CodeKey).Bind(5, sku.Name)
            .Bind(6, (long)sku.Type).Bind(7, (long)sku.Lifecycle).Bind(8, (long)sku.Tracking)
            .Bind(9, sku.BaseUnit.Code).Bind(10, sku.BaseUnit.Dimension).Bind(11, sku.BaseUnit.Size.Numerator)
            .Bind(12, sku.BaseUnit.Size.Denominator).Bind(13, ToText(sku.BaseUnit.Step))
            .Bind(14, sku.Conversions.Count).Bind(15, sku.ComputeCheck())
            .Bind(16, sku.Details.Text).Bind(17, sku.Variant?.Template ?? 0).Execute();

        using var delete = connection.Rent(DeleteConversions);
        delete.Bind(1, ledger).Bind(2, sku.Number).Execute();

        using var insert = connection.Rent(InsertConversion);
        for (var i = 0; i < sku.Conversions.Count; i++)
        {
            var conversion = sku.Conversions[i];
            insert.Bind(1, ledger).Bind(2, sku.Number).Bind(3, i).Bind(4, conversion.From).Bind(5, conversion.To)
                .Bind(6, conversion.Factor.Numerator).Bind(7, conversion.Factor.Denominator)
                .Bind(8, ToText(conversion.Step)).Execute();
        }
    }

    private static List<UnitConversion> ReadConversions(Connection connection, int ledger, int sku)
    {
        using var rows = connection.Rent(ConversionsOf);
        rows.Bind(1, ledger).Bind(2, sku);
        var found = new List<UnitConversion>();
        while (rows.Step())
        {
            if (rows.Long(5) != found.Count)
            {
                throw new FormatException($"Conversion {rows.Long(5)} stands where number {found.Count} should.");
            }

            found.Add(new UnitConversion(
                rows.Text(0), rows.Text(1), new Ratio(rows.Long(2), rows.Long(3)), ToDecimal(rows.Text(4))));
        }

        return found;
    }

    // A step is text, because binary floating point is the only other fraction SQLite knows.
    private static string ToText(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static decimal ToDecimal(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
