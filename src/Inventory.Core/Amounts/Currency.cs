namespace Inventory;

/// <summary>A currency by its ISO 4217 code and the digits its amounts have after the point.</summary>
/// <remarks><c>default</c> is no currency; entry points refuse it.</remarks>
public readonly record struct Currency
{
    /// <summary>Creates a currency.</summary>
    /// <param name="code">Three capital ASCII letters, as in ISO 4217.</param>
    /// <param name="digits">Digits after the point, 0 to 4.</param>
    /// <exception cref="ArgumentException">The code is malformed or the digits are out of range.</exception>
    public Currency(string code, int digits = 2)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{code}' is not a currency code: use three capital letters, such as EUR.",
                nameof(code));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 4);
        Code = code;
        Digits = digits;
    }

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>The ISO 4217 code; null only in <c>default</c>.</summary>
    public string Code { get; }

    /// <summary>Digits after the point.</summary>
    public int Digits { get; }

    /// <summary>Whether this is <c>default</c>, which is no currency.</summary>
    public bool IsDefault => Code is null;

    /// <summary>The code.</summary>
    /// <returns>The ISO code, or nothing for <c>default</c>.</returns>
    public override string ToString() => Code ?? string.Empty;
}
