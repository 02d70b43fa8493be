using System.Globalization;
using NodaTime;

namespace Inventory.Lots;

/// <summary>The days of a lot as the ledger keeps them: numbers yyyymmdd, so that they sort as the days do.</summary>
/// <remarks>
/// <see cref="Removal"/> and <see cref="Alert"/> are always there: of what never expires they are
/// <see cref="Never"/>, so that stock can be put in order of removal without exceptions.
/// </remarks>
/// <param name="Received">The day on which it first came in, in the time zone of the place.</param>
/// <param name="Produced">When it was made; 0 is unknown.</param>
/// <param name="BestBefore">Until when it is as good as promised; 0 is none.</param>
/// <param name="UseBy">The last day on which it may be used; 0 is none.</param>
/// <param name="Removal">The first day on which it is expired stock; <see cref="Never"/> for none.</param>
/// <param name="Alert">The day from which somebody should look after it; <see cref="Never"/> for none.</param>
public readonly record struct LotTerm(int Received, int Produced, int BestBefore, int UseBy, int Removal, int Alert)
{
    /// <summary>The day that never comes.</summary>
    public const int Never = 99_991_231;

    /// <summary>The term of a lot about which nothing is known but when it came.</summary>
    /// <param name="received">The day on which it came in, as yyyymmdd.</param>
    /// <returns>The term.</returns>
    public static LotTerm Of(int received) => new(received, 0, 0, 0, Never, Never);

    /// <summary>Whether it is expired stock on a day: the day of its removal has come.</summary>
    /// <param name="day">The day, as yyyymmdd.</param>
    /// <returns>True from the day of removal on.</returns>
    public bool IsExpiredOn(int day) => Removal <= day;

    /// <summary>The days as dates, without those that are not there.</summary>
    /// <returns>The dates.</returns>
    public LotDates ToDates() => new()
    {
        Produced = Date(Produced),
        BestBefore = Date(BestBefore),
        UseBy = Date(UseBy),
        Removal = Date(Removal),
        Alert = Date(Alert),
    };

    internal static int Number(LocalDate? day, int absent = 0) =>
        day is { } given ? Ledger.Micros.ToNumber(given) : absent;

    internal static string Text(int day) => Date(day) is { } date
        ? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
        : "none";

    private static LocalDate? Date(int day) => day is 0 or Never ? null : Ledger.Micros.ToDate(day);
}
