using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Canonical bytes of a SKU's units.</summary>
internal static class SkuBytes
{
    public static void Write(ref PayloadWriter writer, UnitOfMeasure unit, IReadOnlyList<UnitConversion> conversions)
    {
        writer.Text(unit.Code);
        writer.Text(unit.Dimension);
        writer.Long(unit.Size.Numerator);
        writer.Long(unit.Size.Denominator);
        writer.Decimal(unit.Step);
        writer.Int(conversions.Count);
        foreach (var conversion in conversions)
        {
            writer.Text(conversion.From);
            writer.Text(conversion.To);
            writer.Long(conversion.Factor.Numerator);
            writer.Long(conversion.Factor.Denominator);
            writer.Decimal(conversion.Step);
        }
    }
}
