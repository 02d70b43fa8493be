using System.Numerics;
using Inventory.Catalog;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Policies;

namespace Inventory.Testing.Naive;

/// <summary>A SKU of the naive model.</summary>
internal sealed class NaiveSku(DefineSku defined)
{
    public DefineSku Defined { get; } = defined;

    public Lifecycle Lifecycle { get; set; } = defined.Lifecycle;

    public ShelfLife? ShelfLife { get; set; }

    public SellingRule Selling { get; set; } = SellingRule.Empty;

    public SkuMeasures? Measures { get; set; }

    public IReadOnlyList<LotRule> LotRules { get; set; } = [];

    public bool IsSerial => Defined.Tracking == Tracking.Serial;

    public bool IsTracked => Defined.Tracking != Tracking.None;

    /// <summary>Whether movements of a kind name a lot.</summary>
    public LotUse LotUse(MovementKind kind) => !IsTracked ? Lots.LotUse.Forbidden
        : (LotRules.FirstOrDefault(rule => rule.Kind == kind) ?? LotRules.FirstOrDefault(rule => rule.Kind is null))
            ?.Use ?? Lots.LotUse.Required;

    public decimal Amount(BigInteger steps) => (decimal)steps * Defined.BaseUnit.Step;

    /// <summary>A quantity in steps of the base unit; errors are added where it has none.</summary>
    public BigInteger Steps(Quantity quantity, Rounding rounding, ISet<ErrorCode> errors)
    {
        if (Factor(quantity.Unit) is not { } factor)
        {
            errors.Add(ErrorCodes.InvalidConversion);
            return 0;
        }

        var exact = NaiveFraction.Of(quantity.Amount).Times(factor).Over(NaiveFraction.Of(Defined.BaseUnit.Step));
        if (!exact.IsWhole && rounding == Rounding.Reject)
        {
            errors.Add(ErrorCodes.InvalidStep);
            return 0;
        }

        var steps = exact.Round(rounding);
        if (steps < long.MinValue || steps > long.MaxValue)
        {
            errors.Add(ErrorCodes.InvalidQuantity);
            return 0;
        }

        return steps;
    }

    // How much of the base unit one of a unit is, by whatever chain of conversions leads there.
    private NaiveFraction? Factor(string unit)
    {
        var known = new Dictionary<string,
            NaiveFraction>(StringComparer.Ordinal)
        { [Defined.BaseUnit.Code] = new(1, 1) };
        for (var before = 0; before < known.Count;)
        {
            before = known.Count;
            foreach (var (from, to, factor) in Conversions())
            {
                if (known.TryGetValue(to, out var right) && !known.ContainsKey(from))
                {
                    known[from] = factor.Times(right);
                }

                if (known.TryGetValue(from, out var left) && !known.ContainsKey(to))
                {
                    known[to] = left.Over(factor);
                }
            }
        }

        return known.TryGetValue(unit, out var found) ? found : null;
    }

    private IEnumerable<(string From, string To, NaiveFraction Factor)> Conversions()
    {
        foreach (var conversion in Defined.Conversions)
        {
            yield return (conversion.From, conversion.To, NaiveFraction.Of(conversion.Factor));
        }

        UnitOfMeasure[] standard =
            [UnitOfMeasure.Each, UnitOfMeasure.Kilogram, UnitOfMeasure.Gram, UnitOfMeasure.Metre, UnitOfMeasure.Litre];
        foreach (var unit in standard
            .Where(unit => unit.Dimension == Defined.BaseUnit.Dimension && unit.Code != Defined.BaseUnit.Code))
        {
            yield return (unit.Code, Defined.BaseUnit.Code, NaiveFraction.Of(unit.Size)
                .Over(NaiveFraction.Of(Defined.BaseUnit.Size)));
        }
    }
}
