namespace Inventory.Catalog;

/// <summary>
/// Finds the exact factor of a unit to a SKU's base unit through the SKU's conversions and the standard units.
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

    /// <summary>
    /// What is wrong with conversions, in words; null when every chain leads to the base unit and all agree.
    /// </summary>
    public static string? Fault(UnitOfMeasure baseUnit, IReadOnlyList<UnitConversion> conversions)
    {
        var factors = Factors(baseUnit, conversions, out var fault);
        if (fault is null && conversions
            .FirstOrDefault(conversion => !factors.ContainsKey(conversion.From)) is { } loose)
        {
            fault = $"no chain leads from {loose.From} to {baseUnit.Code}";
        }

        return fault;
    }

    private static Dictionary<string, Ratio> Factors(
        UnitOfMeasure baseUnit, IReadOnlyList<UnitConversion> conversions, out string? fault)
    {
        fault = null;
        var factors = new Dictionary<string, Ratio>(StringComparer.Ordinal) { [baseUnit.Code] = Ratio.One };
        var edges = conversions.Select(c => (c.From, c.To, c.Factor)).Concat(StandardEdges(baseUnit)).ToList();
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (from, to, factor) in edges)
            {
                grew |= Extend(factors, from, to, factor, ref fault);
                grew |= Extend(factors, to, from, factor.Inverse(), ref fault);
            }
        }

        return factors;
    }

    private static bool Extend(
        Dictionary<string, Ratio> factors, string from, string to, Ratio factor, ref string? fault)
    {
        if (!factors.TryGetValue(to, out var known))
        {
            return false;
        }

        if (factor.TryTimes(known) is not { } through)
        {
            fault ??= $"the factor of {from} to the base unit does not fit 64-bit terms";
            return false;
        }

        if (factors.TryGetValue(from, out var existing))
        {
            if (existing != through)
            {
                fault ??= $"1 {from} is {existing} and {through} of the base unit";
            }

            return false;
        }

        factors.Add(from, through);
        return true;
    }

    private static IEnumerable<(string From, string To, Ratio Factor)> StandardEdges(UnitOfMeasure baseUnit) =>
        from unit in Standard
        where unit.Dimension == baseUnit.Dimension && unit.Code != baseUnit.Code
        let factor = unit.Size.TryTimes(baseUnit.Size.Inverse())
        where factor is not null
        select (unit.Code, baseUnit.Code, factor.Value);
}
