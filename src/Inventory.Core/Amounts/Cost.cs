using System.Globalization;

namespace Inventory;

/// <summary>What goods that come in cost: a total, or a cost per base unit. An explicit zero is a real zero.</summary>
/// <remarks>
/// In the ledger's currency. A cost per unit is multiplied with the quantity in the SKU's base unit and the product
/// is rounded once, half to even, to the ledger's cost scale; from there on the total is the truth. <c>default</c>
/// means "not stated", which differs from zero.
/// </remarks>
public readonly record struct Cost
{
    private Cost(decimal amount, bool perUnit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Amount = amount;
        IsPerUnit = perUnit;
        IsStated = true;
    }

    /// <summary>Free goods: a real cost of zero.</summary>
    public static Cost Zero { get; } = new(0, perUnit: false);

    /// <summary>The amount, zero or more, in the ledger's currency.</summary>
    public decimal Amount { get; }

    /// <summary>Whether <see cref="Amount"/> is for one base unit instead of for the whole line.</summary>
    public bool IsPerUnit { get; }

    /// <summary>Whether a cost was stated at all; false only in <c>default</c>.</summary>
    public bool IsStated { get; }

    /// <summary>A cost for one base unit of the SKU.</summary>
    /// <param name="amount">Zero or more.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Cost PerUnit(decimal amount) => new(amount, perUnit: true);

    /// <summary>A cost for the whole line.</summary>
    /// <param name="amount">Zero or more.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Cost Total(decimal amount) => new(amount, perUnit: false);

    /// <summary>The amount with its basis, culture-invariant.</summary>
    /// <returns>The text, such as <c>2.5 per unit</c>.</returns>
    public override string ToString() => IsStated
        ? string.Create(CultureInfo.InvariantCulture,
            $"{Amount:0.############################} {(IsPerUnit ? "per unit" : "total")}")
        : "not stated";
}
