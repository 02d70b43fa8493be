using System.Globalization;

namespace Inventory.Samples.Quickstart.Display;

/// <summary>How figures are shown to people: thousands set apart, no more decimals than help.</summary>
internal static class Shown
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Money(decimal money) => Rounded(money, 2).ToString("N2", CultureInfo.InvariantCulture);

    public static string Times(decimal times) => Rounded(times, 1).ToString("N1", CultureInfo.InvariantCulture);

    /// <summary>A dash where the whole is nothing.</summary>
    public static string Percent(decimal part, decimal whole) => whole == 0
        ? "-"
        : Rounded(100 * part / whole, 1).ToString("N1", CultureInfo.InvariantCulture) + " %";

    private static decimal Rounded(decimal number, int decimals) =>
        decimal.Round(number, decimals, MidpointRounding.ToEven);
}
