using Inventory.Ledger;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Decisions;

/// <summary>Reads when a hold is to end.</summary>
internal static class HoldEnd
{
    /// <summary>The end on the expiry grid, in microseconds since 1970; 0 is never.</summary>
    public static long Of(ref Working work, Duration? timeToLive, Instant? until)
    {
        if (timeToLive is not null && until is not null)
        {
            work.Refuse(ErrorCodes.InvalidTtl, "until", Text(until.Value), "one of the two",
                "Both timeToLive and until are given; leave one of them out.");
            return 0;
        }

        var now = work.Moment.Now;
        var most = ExpiryGrid.Micros(ReserveStock.TimeToLiveMax);
        if (timeToLive is { } span)
        {
            if (span <= Duration.Zero || span > ReserveStock.TimeToLiveMax)
            {
                work.Refuse(ErrorCodes.InvalidTtl, "timeToLive", span.ToString(), "more than zero, at most 400 days",
                    $"A hold cannot last {span}; give more than zero and at most 400 days.");
                return 0;
            }

            return ExpiryGrid.RoundUp(now, now + ExpiryGrid.Micros(span));
        }

        if (until is not { } end)
        {
            return 0;
        }

        var micros = Micros.Floor(end);
        if (micros <= now || micros - now > most)
        {
            work.Refuse(ErrorCodes.InvalidTtl, "until", Text(end), $"after {Micros.Text(now)}, by at most 400 days",
                $"A hold cannot last until {Text(end)}: it is {Micros.Text(now)} now; give a later instant within 400 days.");
            return 0;
        }

        return ExpiryGrid.RoundUp(now, micros);
    }

    private static string Text(Instant instant) => NodaTime.Text.InstantPattern.ExtendedIso.Format(instant);
}
