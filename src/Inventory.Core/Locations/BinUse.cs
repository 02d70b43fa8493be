using System.Numerics;
using Inventory.Catalog;
using Inventory.Packs;

namespace Inventory.Locations;

/// <summary>How much of a bin's room its goods take.</summary>
public static class BinUse
{
    /// <summary>Whether it is known how much of a measure goods of a SKU take.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="sku">The SKU.</param>
    /// <returns>True when its master data say so.</returns>
    public static bool IsKnown(CapacityMeasure measure, Sku sku)
    {
        ArgumentNullException.ThrowIfNull(sku);
        return measure switch
        {
            CapacityMeasure.Grams => sku.Details.Measures?.Milligrams is not null,
            CapacityMeasure.Millilitres => sku.Details.Measures?.CubicMillimetres is not null,
            CapacityMeasure.Pallets => PalletContent(sku) is not null,
            _ => true,
        };
    }

    /// <summary>How much of a measure goods take together.</summary>
    /// <remarks>Exact but for one rounding up at the end. What is less than nothing, or unknown, takes none.</remarks>
    /// <param name="measure">The measure.</param>
    /// <param name="contents">The SKUs, each once, with steps of their base units.</param>
    /// <returns>The measure's units; <see cref="long.MaxValue"/> for as much and more.</returns>
    public static long Of(CapacityMeasure measure, IEnumerable<(Sku Sku, long Steps)> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var there = contents.Where(content => content.Steps > 0);
        var used = measure switch
        {
            CapacityMeasure.Grams => Whole(there, sku => sku.Details.Measures?.Milligrams ?? 0, 1_000),
            CapacityMeasure.Millilitres => Whole(there, sku => sku.Details.Measures?.CubicMillimetres ?? 0, 1_000),
            CapacityMeasure.Skus => there.Count(),
            _ => there.Aggregate(BigInteger.Zero, (sum, content) => sum
                + Whole([content], _ => 1, measure == CapacityMeasure.Units ? 1 : PalletContent(content.Sku))),
        };
        return used > long.MaxValue ? long.MaxValue : (long)used;
    }

    private static long? PalletContent(Sku sku) => sku.Packs.Where(pack => pack.Level == PackLevel.Pallet)
        .OrderBy(pack => pack.Version).Select(pack => sku.PackContent(pack.Unit)).LastOrDefault();

    // The sum of base units, each times a factor, over a divisor, rounded up.
    private static BigInteger Whole(
        IEnumerable<(Sku Sku, long Steps)> contents, Func<Sku, long> factor, long? divisor)
    {
        if (divisor is not { } over)
        {
            return 0;
        }

        var (sum, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var (sku, steps) in contents)
        {
            var (numerator, scale) = StepCount.Split(sku.BaseUnit.Step);
            var part = BigInteger.Pow(10, scale);
            sum = sum * part + numerator * steps * factor(sku) * denominator;
            denominator *= part;
        }

        return (sum + denominator * over - 1) / (denominator * over);
    }
}
