using NodaTime;

namespace Inventory.Lots;

/// <summary>The dates of a lot or serial, as they were given or follow from the SKU's shelf life.</summary>
/// <remarks>
/// Days in the calendar of the place that received it. A day that is not given, and follows from nothing, is null;
/// <see cref="LotTerm"/> has the days that are always there. Immutable.
/// </remarks>
public sealed record LotDates
{
    /// <summary>No dates at all.</summary>
    public static LotDates None { get; } = new();

    /// <summary>When it was made.</summary>
    public LocalDate? Produced { get; init; }

    /// <summary>Until when it is as good as promised; not later is not unsafe.</summary>
    public LocalDate? BestBefore { get; init; }

    /// <summary>The last day on which it may be used; not before <see cref="Produced"/>.</summary>
    public LocalDate? UseBy { get; init; }

    /// <summary>
    /// The day on which it must leave the shelf; not after <see cref="UseBy"/>. From this day on it is expired stock.
    /// </summary>
    public LocalDate? Removal { get; init; }

    /// <summary>The day from which somebody should look after it; not after <see cref="UseBy"/>.</summary>
    public LocalDate? Alert { get; init; }

    internal bool IsEmpty => this == None;

    internal static void Write(ref Commands.PayloadWriter writer, LotDates? dates)
    {
        writer.Flag(dates is not null);
        if (dates is not null)
        {
            Write(ref writer, dates.Produced);
            Write(ref writer, dates.BestBefore);
            Write(ref writer, dates.UseBy);
            Write(ref writer, dates.Removal);
            Write(ref writer, dates.Alert);
        }
    }

    private static void Write(ref Commands.PayloadWriter writer, LocalDate? day) =>
        writer.Int(day is { } given ? Ledger.Micros.ToNumber(given) : 0);
}
