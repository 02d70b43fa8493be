namespace Inventory;

/// <summary>A unit of measure: its dimension, its size there and the smallest step a quantity may have in it.</summary>
/// <remarks>
/// A conversion inside one dimension follows from <see cref="Size"/>; one across dimensions (a plate is 400 square
/// feet) is a matter of the SKU and stated there. Immutable.
/// </remarks>
public sealed record UnitOfMeasure
{
    /// <summary>The longest unit code, in characters.</summary>
    public const int CodeLengthMax = 20;

    /// <summary>Creates a unit.</summary>
    /// <param name="code">The code: 1 to 20 characters without blanks, case-sensitive.</param>
    /// <param name="dimension">
    /// What it measures, such as <c>count</c> or <c>mass</c>: 1 to 100 printable characters.
    /// </param>
    /// <param name="size">Its size as an exact multiple of the dimension's reference unit; positive.</param>
    /// <param name="step">
    /// The smallest difference between two quantities in this unit; positive, such as 1 or 0.001.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The code or dimension is malformed, or size or step are not positive.
    /// </exception>
    public UnitOfMeasure(string code, string dimension, Ratio size, decimal step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        if (dimension.Length > Commands.Codes.LengthMax || !Commands.Codes.IsPrintable(dimension))
        {
            throw new ArgumentException(
                $"A dimension has 1 to {Commands.Codes.LengthMax} printable characters.", nameof(dimension));
        }

        if (!IsCode(code))
        {
            throw new ArgumentException(
                $"'{code}' is not a unit code: use 1 to {CodeLengthMax} characters without blanks.", nameof(code));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        if (size.IsDefault)
        {
            throw new ArgumentException("The size of a unit must be a positive ratio.", nameof(size));
        }

        Code = code;
        Dimension = dimension;
        Size = size;
        Step = step;
    }

    /// <summary>The single piece: code <c>ea</c>, step 1.</summary>
    public static UnitOfMeasure Each { get; } = new("ea", "count", Ratio.One, 1);

    /// <summary>The kilogram: code <c>kg</c>, step one gram.</summary>
    public static UnitOfMeasure Kilogram { get; } = new("kg", "mass", Ratio.One, 0.001m);

    /// <summary>The gram: code <c>g</c>, step one gram.</summary>
    public static UnitOfMeasure Gram { get; } = new("g", "mass", new Ratio(1, 1000), 1);

    /// <summary>The metre: code <c>m</c>, step one millimetre.</summary>
    public static UnitOfMeasure Metre { get; } = new("m", "length", Ratio.One, 0.001m);

    /// <summary>The litre: code <c>l</c>, step one millilitre.</summary>
    public static UnitOfMeasure Litre { get; } = new("l", "volume", Ratio.One, 0.001m);

    /// <summary>The code, such as <c>ea</c>.</summary>
    public string Code { get; }

    /// <summary>What the unit measures.</summary>
    public string Dimension { get; }

    /// <summary>Its size as a multiple of the dimension's reference unit.</summary>
    public Ratio Size { get; }

    /// <summary>The smallest legal difference between two quantities in this unit.</summary>
    public decimal Step { get; }

    /// <summary>Whether a text can be a unit code.</summary>
    /// <param name="code">The text.</param>
    /// <returns>True for 1 to <see cref="CodeLengthMax"/> characters without blanks or control characters.</returns>
    public static bool IsCode(string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Length > CodeLengthMax || !Commands.Codes.IsWellFormed(code))
        {
            return false;
        }

        foreach (var c in code)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }
}
