using System.Globalization;

namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>Who buys in the made-up shop.</summary>
internal static class Customers
{
    public const string Home = "United Kingdom";

    private const int FirstNumber = 12_346;
    private const int Count = 400;
    private const int UnknownPercent = 20;
    private const int AbroadPercent = 10;

    private static readonly string[] _abroad = ["Germany", "France", "EIRE", "Spain", "Netherlands", "Belgium"];

    /// <returns>A customer's number; empty for somebody who did not say.</returns>
    public static string Pick(SplitMix64 random) => random.Chance(UnknownPercent)
        ? ""
        : (FirstNumber + random.Next(Count)).ToString(CultureInfo.InvariantCulture);

    public static string Country(SplitMix64 random) =>
        random.Chance(AbroadPercent) ? random.Pick<string>(_abroad) : Home;
}
