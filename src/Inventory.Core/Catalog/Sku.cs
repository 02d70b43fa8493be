using System.Numerics;
using Inventory.Kits;
using Inventory.Packs;
using Inventory.Substitutes;
using Inventory.Variants;

namespace Inventory.Catalog;

/// <summary>A stock-keeping unit as the catalogue has it: immutable number, unique code, units and rules.</summary>
/// <remarks>Quantities inside the ledger are whole steps of <see cref="BaseUnit"/>. Immutable.</remarks>
public sealed record Sku
{
    /// <summary>The SKU's immutable number in its ledger, dense from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The code as people write it: outer blanks cut, Unicode NFC.</summary>
    public required string Code { get; init; }

    /// <summary>The name; may be empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is to the business.</summary>
    public SkuType Type { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public Lifecycle Lifecycle { get; init; }

    /// <summary>What its units are told apart by.</summary>
    public Tracking Tracking { get; init; }

    /// <summary>The unit the ledger counts in.</summary>
    public required UnitOfMeasure BaseUnit { get; init; }

    /// <summary>The SKU's own conversions, as declared.</summary>
    public IReadOnlyList<UnitConversion> Conversions { get; init; } = [];

    /// <summary>What most SKUs do not have: components, packs, substitutes, rules of their own.</summary>
    public SkuDetails Details { get; init; } = SkuDetails.None;

    /// <summary>The number of the SKU's category; 0 is none.</summary>
    public int Category => Details.Category;

    /// <summary>Which variant of a template the SKU is; null for none.</summary>
    public Variant? Variant => Details.Variant;

    /// <summary>What the SKU is put together from; none unless it is a kit.</summary>
    public IReadOnlyList<KitComponent> Components => Details.Components;

    /// <summary>The packs it is handled in, inner to outer.</summary>
    public IReadOnlyList<Pack> Packs => Details.Packs;

    /// <summary>What may be sold instead, best first.</summary>
    public IReadOnlyList<Substitute> Substitutes => Details.Substitutes;

    /// <summary>Whether it is a kit: sold as its components, without stock of its own.</summary>
    public bool IsKit => Details.Components.Count > 0;

    /// <summary>What two spellings of one code have in common: <see cref="Code"/> in invariant upper case.</summary>
    public string CodeKey => Commands.Codes.Fold(Code);

    /// <summary>Converts a quantity into whole steps of the base unit.</summary>
    /// <param name="quantity">The quantity, in the base unit or one that converts to it.</param>
    /// <param name="rounding">What to do when it does not land on a step.</param>
    /// <returns>
    /// The quantity in the base unit with what is left over, or <c>Invalid.Conversion</c>, <c>Invalid.Step</c> with
    /// the two nearest legal quantities, or <c>Invalid.Quantity</c> when it does not fit the ledger.
    /// </returns>
    public Result<ConvertedQuantity> Convert(Quantity quantity, Rounding rounding = Rounding.Reject)
    {
        var errors = new List<InventoryError>();
        var steps = ToSteps(quantity, rounding, "quantity", errors, out var remainder);
        return errors.Count > 0
            ? new Result<ConvertedQuantity>(errors)
            : new Result<ConvertedQuantity>(new ConvertedQuantity(ToQuantity(steps), remainder));
    }

    /// <summary>What a full pack holds in base units: the product of the contents down the chain.</summary>
    /// <param name="unit">The pack's unit.</param>
    /// <returns>The number of base units; null when the SKU has no such pack.</returns>
    public long? PackContent(string unit)
    {
        var content = 1L;
        while (Packs.FirstOrDefault(pack => pack.Unit == unit) is { } pack)
        {
            content *= pack.Count;
            if (pack.Contains == BaseUnit.Code)
            {
                return content;
            }

            unit = pack.Contains;
        }

        return null;
    }

    /// <summary>Steps of the base unit as a quantity in it.</summary>
    /// <param name="steps">Whole steps.</param>
    /// <returns>The quantity.</returns>
    public Quantity ToQuantity(long steps) => new(StepCount.ToAmount(steps, BaseUnit.Step), BaseUnit.Code);

    internal long ToSteps(Quantity quantity, Rounding rounding, string target, List<InventoryError> errors) =>
        ToSteps(quantity, rounding, target, errors, out _);

    // Whole base units of step one, which is nearly every quantity, need no arithmetic.
    internal bool TryToSteps(Quantity quantity, out long steps)
    {
        var isWhole = BaseUnit.Step == 1m && quantity.Amount.Scale == 0
            && string.Equals(quantity.Unit, BaseUnit.Code, StringComparison.Ordinal)
            && quantity.Amount is >= long.MinValue and <= long.MaxValue;
        steps = isWhole ? decimal.ToInt64(quantity.Amount) : 0;
        return isWhole;
    }

    private long ToSteps(
        Quantity quantity, Rounding rounding, string target, List<InventoryError> errors, out decimal? remainder)
    {
        remainder = 0;
        if (TryToSteps(quantity, out var whole))
        {
            return whole;
        }

        if (SkuUnits.FactorToBase(this, quantity.Unit) is not { } factor)
        {
            errors.Add(new InventoryError(ErrorCodes.InvalidConversion, target, quantity.ToString(), BaseUnit.Code,
                $"{Code}: {quantity} cannot be converted to {BaseUnit.Code}; use {BaseUnit.Code} or declare a factor at the SKU."));
            return 0;
        }

        var (floor, rest, denominator) = StepCount.Divide(quantity.Amount, factor, BaseUnit.Step);
        var steps = StepCount.Round(floor, rest, denominator, rounding);
        if (steps < long.MinValue || steps > long.MaxValue || StepCount.ToAmount(steps, 1, BaseUnit.Step) is null)
        {
            errors.Add(new InventoryError(ErrorCodes.InvalidQuantity, target, quantity.ToString(), null,
                $"{Code}: {quantity} is more than the ledger can count."));
            return 0;
        }

        if (!rest.IsZero && rounding == Rounding.Reject)
        {
            errors.Add(StepRefused(quantity, factor, target, floor));
            return 0;
        }

        remainder = rounding == Rounding.KeepRemainder ? StepCount.ToAmount(rest, denominator, BaseUnit.Step) : 0;
        return (long)steps;
    }

    private InventoryError StepRefused(Quantity quantity, Ratio factor, string target, BigInteger floor)
    {
        var below = Nearest(floor);
        var above = Nearest(floor + 1);
        return new InventoryError(ErrorCodes.InvalidStep, target, quantity.ToString(), $"{below} or {above}",
            $"{Code}: {quantity} is not a whole number of steps of {StepCount.Text(BaseUnit.Step)} {BaseUnit.Code}; "
            + $"the nearest legal quantities are {below} and {above}.");

        string Nearest(BigInteger steps)
        {
            return StepCount.ToAmount(steps * factor.Denominator, factor.Numerator, BaseUnit.Step) is { } amount
                ? $"{StepCount.Text(amount)} {quantity.Unit}"
                : $"{StepCount.Text(StepCount.ToAmount(steps, 1, BaseUnit.Step) ?? decimal.MaxValue)} {BaseUnit.Code}";
        }
    }

    /// <summary>The hash over the master data; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[512]);
        writer.Int(Number);
        writer.Text(Code);
        writer.Text(Name);
        writer.Int((int)Type);
        writer.Int((int)Lifecycle);
        writer.Int((int)Tracking);
        SkuBytes.Write(ref writer, BaseUnit, Conversions);
        writer.Text(Details.Text);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
