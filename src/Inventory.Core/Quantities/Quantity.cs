using System.Globalization;

namespace Inventory;

/// <summary>An amount of something in a unit of measure: <c>12 ea</c>, <c>0.250 kg</c>.</summary>
/// <remarks>
/// The amount is an exact decimal and is never rounded here; whether it lands on a step of its unit is checked
/// against the SKU when a command is decided (<c>Invalid.Step</c>). May be negative or zero as a value; commands say
/// which they accept. <c>default</c> is zero without a unit: it equals only itself and every entry point refuses it.
/// Immutable and safe for use from several threads.
/// </remarks>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>Creates a quantity.</summary>
    /// <param name="amount">The exact amount, in <paramref name="unit"/>.</param>
    /// <param name="unit">The unit's code: 1 to 20 letters, digits or symbols without blanks, case-sensitive.</param>
    /// <exception cref="ArgumentException">The unit code is empty, too long or holds blanks.</exception>
    public Quantity(decimal amount, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!UnitOfMeasure.IsCode(unit))
        {
            throw new ArgumentException(
                $"'{unit}' is not a unit code: use 1 to {UnitOfMeasure.CodeLengthMax} characters without blanks.",
                nameof(unit));
        }

        Amount = amount;
        Unit = unit;
    }

    /// <summary>The exact amount, in <see cref="Unit"/>.</summary>
    public decimal Amount { get; }

    /// <summary>The unit's code, such as <c>ea</c> or <c>kg</c>; null only in <c>default</c>.</summary>
    public string Unit { get; }

    /// <summary>Whether this is <c>default</c>, a quantity nobody set.</summary>
    public bool IsDefault => Unit is null;

    /// <summary>A number of single pieces, in the unit <c>ea</c>.</summary>
    /// <param name="amount">How many pieces.</param>
    /// <returns>The quantity.</returns>
    public static Quantity Each(decimal amount) => new(amount, UnitOfMeasure.Each.Code);

    /// <summary>Adds two quantities of one unit.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second, in the same unit.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentException">The units differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => left.Add(right);

    /// <summary>Subtracts a quantity of the same unit.</summary>
    /// <param name="left">What to subtract from.</param>
    /// <param name="right">What to subtract, in the same unit.</param>
    /// <returns>The exact difference.</returns>
    /// <exception cref="ArgumentException">The units differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit a decimal.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => left.Subtract(right);

    /// <summary>Whether the left quantity is smaller; both in one unit.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The comparison of the amounts.</returns>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left quantity is larger; both in one unit.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The comparison of the amounts.</returns>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left quantity is smaller or equal; both in one unit.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The comparison of the amounts.</returns>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left quantity is larger or equal; both in one unit.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>The comparison of the amounts.</returns>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <inheritdoc cref="op_Addition"/>
    /// <param name="other">The second, in the same unit.</param>
    public Quantity Add(Quantity other) => new(Amount + SameUnit(other).Amount, Unit);

    /// <inheritdoc cref="op_Subtraction"/>
    /// <param name="other">What to subtract, in the same unit.</param>
    public Quantity Subtract(Quantity other) => new(Amount - SameUnit(other).Amount, Unit);

    /// <summary>Orders by amount; only quantities of one unit can be compared.</summary>
    /// <param name="other">The quantity to compare with.</param>
    /// <returns>Negative, zero or positive as this is smaller, equal or larger.</returns>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public int CompareTo(Quantity other) => Amount.CompareTo(SameUnit(other).Amount);

    /// <summary>The amount and the unit, culture-invariant, trailing zeros cut: <c>0.25 kg</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        IsDefault ? "0" : string
            .Create(CultureInfo.InvariantCulture, $"{Amount:0.############################} {Unit}");

    private Quantity SameUnit(Quantity other) =>
        string.Equals(Unit, other.Unit, StringComparison.Ordinal)
            ? other
            : throw new ArgumentException($"{this} and {other} are in different units; convert one first.",
                nameof(other));
}
