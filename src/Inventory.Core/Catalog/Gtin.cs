namespace Inventory.Catalog;

/// <summary>Global trade item numbers: length and check digit.</summary>
/// <remarks>
/// Check digit by modulo 10 with weights 3 and 1 from the right (GS1 General Specifications, section 7.9).
/// </remarks>
public static class Gtin
{
    /// <summary>The digit that a GTIN must end in.</summary>
    /// <param name="digitsBefore">The digits before the check digit, ASCII 0 to 9.</param>
    /// <returns>The check digit as a character.</returns>
    public static char CheckDigit(ReadOnlySpan<char> digitsBefore)
    {
        var sum = 0;
        for (var i = 0; i < digitsBefore.Length; i++)
        {
            sum += (digitsBefore[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>The GTIN padded to 14 digits, or why it is none.</summary>
    /// <param name="text">8, 12, 13 or 14 digits.</param>
    /// <returns>The 14 digits, or <c>Invalid.Code</c> or <c>Invalid.CheckDigit</c> with the digit expected.</returns>
    public static Result<string> Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Trim();
        if (digits.Length is not (8 or 12 or 13 or 14) || !digits.All(char.IsAsciiDigit))
        {
            return new Result<string>(
                [new InventoryError(ErrorCodes.InvalidCode, "value", text, "8, 12, 13 or 14 digits",
                $"'{text}' is not a GTIN: it has 8, 12, 13 or 14 digits.")]);
        }

        var expected = CheckDigit(digits.AsSpan(0, digits.Length - 1));
        return digits[^1] == expected
            ? new Result<string>(digits.PadLeft(14, '0'))
            : new Result<string>([new InventoryError(ErrorCodes.InvalidCheckDigit, "value", text, expected.ToString(),
                $"'{text}' ends in {digits[^1]}, but its check digit is {expected}.")]);
    }
}
