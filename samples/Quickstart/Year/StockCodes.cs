namespace Inventory.Samples.Quickstart.Year;

/// <summary>Tells codes of goods from codes of charges, and writes each in one way.</summary>
internal static class StockCodes
{
    private const int DigitCount = 5;

    /// <summary>
    /// Puts the code into ASCII upper case, so that 85123a and 85123A are one SKU. A stock SKU is five digits and
    /// then letters only, or nothing.
    /// </summary>
    /// <param name="code">The code as it stands in the file, without outer blanks.</param>
    /// <param name="sku">Room for as many characters as the code has.</param>
    public static bool TryReadSku(ReadOnlySpan<char> code, Span<char> sku)
    {
        if (code.Length < DigitCount)
        {
            return false;
        }

        for (int i = 0; i < code.Length; i++)
        {
            bool fits = i < DigitCount ? char.IsAsciiDigit(code[i]) : char.IsAsciiLetter(code[i]);
            if (!fits)
            {
                return false;
            }

            sku[i] = char.IsAsciiLetterLower(code[i]) ? (char)(code[i] - 'a' + 'A') : code[i];
        }

        return true;
    }
}
