using Inventory.Ledger;
using Inventory.Lots;
using NodaTime;

namespace Inventory.Decisions;

/// <summary>Decides the days of a lot: those that are given, and those that follow from the SKU's shelf life.</summary>
internal static class LotTerms
{
    /// <summary>The days of a lot that comes in.</summary>
    public static LotTerm Of(ref Working work, in PlannedLine line, LotDates given, int index)
    {
        var received = Micros.BusinessDate(line.Effective, line.ToPlace.TimeZone);
        var term = Derive(given, received, line.Window.Sku.Details.ShelfLife);
        Check(ref work, "useBy", term.UseBy, term.Produced, isEarliest: true, index);
        Check(ref work, "bestBefore", term.BestBefore, term.Produced, isEarliest: true, index);
        var last = term.UseBy == 0 ? term.BestBefore : term.UseBy;
        Check(ref work, "removal", Given(term.Removal), last, isEarliest: false, index);
        Check(ref work, "alert", Given(term.Alert), last, isEarliest: false, index);
        return term;
    }

    /// <summary>Refuses dates of a lot that has others already: which are true cannot be decided here.</summary>
    public static void CheckSame(ref Working work, Lot lot, LotDates given, int index)
    {
        CheckSame(ref work, lot, "produced", lot.Term.Produced, given.Produced, index);
        CheckSame(ref work, lot, "bestBefore", lot.Term.BestBefore, given.BestBefore, index);
        CheckSame(ref work, lot, "useBy", lot.Term.UseBy, given.UseBy, index);
        CheckSame(ref work, lot, "removal", lot.Term.Removal, given.Removal, index);
        CheckSame(ref work, lot, "alert", lot.Term.Alert, given.Alert, index);
    }

    // Use-by = production + shelf life, from the receipt where nobody knows the production; removal and alert lie so
    // many days before it, or before best-before where there is no use-by.
    private static LotTerm Derive(LotDates given, int received, ShelfLife? life)
    {
        var start = given.Produced ?? Micros.ToDate(received);
        var useBy = given.UseBy ?? (life is null || given.BestBefore is not null ? null : Plus(start, life.Days));
        var last = useBy ?? given.BestBefore;
        var removal = given.Removal ?? (last is { } end ? Plus(end, -(life?.RemovalDays ?? 0)) : null);
        var alert = given.Alert ?? (last is { } day ? Plus(day, -(life?.AlertDays ?? 0)) : null);
        return new LotTerm(
            received, LotTerm.Number(given.Produced), LotTerm.Number(given.BestBefore), LotTerm.Number(useBy),
            LotTerm.Number(removal, LotTerm.Never), LotTerm.Number(alert, LotTerm.Never));
    }

    // Beyond the last day of the calendar there is no day to expire on.
    private static LocalDate? Plus(LocalDate day, int days)
    {
        var last = new LocalDate(9999, 12, 30);
        return Period.DaysBetween(day, last) < days ? null : day.PlusDays(days);
    }

    private static int Given(int day) => day == LotTerm.Never ? 0 : day;

    private static void Check(
        ref Working work, string field, int day, int limit, bool isEarliest, int index)
    {
        if (day != 0 && limit != 0 && (isEarliest ? day < limit : day > limit))
        {
            var bound = $"{(isEarliest ? "not before" : "not after")} {LotTerm.Text(limit)}";
            work.Refuse(ErrorCodes.InvalidDates, Working.Path($"dates.{field}", index), LotTerm.Text(day), bound,
                $"The dates contradict each other: {field} is {LotTerm.Text(day)}, but must be {bound}.");
        }
    }

    private static void CheckSame(ref Working work, Lot lot, string field, int known, LocalDate? given, int index)
    {
        if (given is not null && LotTerm.Number(given) != known)
        {
            work.Refuse(
                ErrorCodes.LotDates, Working.Path($"dates.{field}", index), LotTerm.Text(LotTerm.Number(given)),
                LotTerm.Text(known),
                $"Lot {lot.Code} came in with {field} {LotTerm.Text(known)}, not {LotTerm.Text(LotTerm.Number(given))}; leave the date out, or use another lot number.");
        }
    }
}
