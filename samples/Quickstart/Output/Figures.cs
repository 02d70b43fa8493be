using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>How figures are written in the files: plain, culture-free, rounded half to even.</summary>
internal static class Figures
{
    private static readonly InstantPattern _time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly YearMonthPattern _month = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    public static string Revenue(decimal money) => Fixed(money, 3);

    public static string StockMoney(decimal money) => Fixed(money, 4);

    /// <summary>Empty where undefined.</summary>
    public static string Ratio(decimal? ratio) => ratio is { } defined ? Fixed(defined, 6) : "";

    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Time(Instant at) => _time.Format(at);

    public static string Month(YearMonth month) => _month.Format(month);

    // The format alone would round half away from zero.
    public static string Fixed(decimal number, int decimals) =>
        decimal.Round(number, decimals, MidpointRounding.ToEven)
            .ToString("F" + Count(decimals), CultureInfo.InvariantCulture);
}
