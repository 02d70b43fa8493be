namespace Inventory.Catalog;

/// <summary>
/// Finds the exact factor of a unit to a SKU's base unit through the SKU's conversions and the standard
/// units.
/// </summary>
internal static class SkuUnits
{
    private static readonly UnitOfMeasure[] Standard =
        [UnitOfMeasure.Each, UnitOfMeasure.Kilogram, UnitOfMeasure.Gram, UnitOfMeasure.Metre, UnitOfMeasure.Litre];

    /// <summary>The factor, or null when no chain of conversions leads to the base unit.</summary>
    public static Ratio? FactorToBase(Sku sku, string? unit)
    {
        if (unit is null)
        {
            return null;
        }

        return string.Equals(unit, sku.BaseUnit.Code, StringComparison.Ordinal)
            ? Ratio.One
            : Factors(sku.BaseUnit, sku.Conversions, out _).TryGetValue(unit, out var factor) ? factor : null;
    }

    /// <summary>Two conversions that disagree, or null when all chains agree.</summary>
    public static string? Contradiction(UnitOfMeasure baseUnit, IReadOnlyList<UnitConversion> conversions)
    {
        Factors(baseUnit, conversions, out var contradiction);
        return contradiction;
    }

    private static Dictionary<string, Ratio> Factors(
        UnitOfMeasure baseUnit, IReadOnlyList<UnitConversion> conversions, out string? contradiction)
    {
        contradiction = null;
        var factors = new Dictionary<string, Ratio>(StringComparer.Ordinal) { [baseUnit.Code] = Ratio.One };
        var edges = conversions.Select(c => (c.From, c.To, c.Factor)).Concat(StandardEdges(baseUnit)).ToList();
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (from, to, factor) in edges)
            {
                grew |= Extend(factors, from, to, factor, ref contradiction);
                grew |= Extend(factors, to, from, factor.Inverse(), ref contradiction);
            }
        }

        return factors;
    }

    private static bool Extend(
        Dictionary<string, Ratio> factors, string from, string to, Ratio factor, ref string? contradiction)
    {
        if (!factors.TryGetValue(to, out var known))
        {
            return false;
        }

        var through = factor.Times(known);
        if (factors.TryGetValue(from, out var existing))
        {
            if (existing != through)
            {
                contradiction ??= $"1 {from} is {existing} and {through} of the base unit";
            }

            return false;
        }

        factors.Add(from, through);
        return true;
    }

    private static IEnumerable<(string From, string To, Ratio Factor)> StandardEdges(UnitOfMeasure baseUnit) =>
        from unit in Standard
        where unit.Dimension == baseUnit.Dimension && unit.Code != baseUnit.Code
        select (unit.Code, baseUnit.Code, unit.Size.Times(baseUnit.Size.Inverse()));
}
