using System.Globalization;
using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides the later steps of reservations.</summary>
internal static class ReservationDecider
{
    public static void Decide(ref Working work, ReleaseReservation release)
    {
        if (FindLegs(ref work, release) is not { } legs || !TryChoose(ref work, release, legs, out var line))
        {
            return;
        }

        var chosen = line is null ? legs : legs.Where(leg => leg.Terms.Line == line).ToList();
        if (release.Quantity is { } quantity)
        {
            ReleasePart(ref work, chosen, quantity);
        }
        else
        {
            foreach (var leg in chosen)
            {
                PromiseSteps.Release(ref work, leg, leg.HeldAt(work.Moment.Now), leg.Committed, leg.Backordered);
            }
        }
    }

    public static void Decide(ref Working work, ConvertReservation convert)
    {
        if (FindLegs(ref work, convert) is not { } legs || !CheckAlive(ref work, convert, legs))
        {
            return;
        }

        if (legs.TrueForAll(leg => leg.Held + leg.Committed + leg.Backordered == 0))
        {
            RefuseState(ref work, convert, "has nothing left", "convert one that has");
            return;
        }

        foreach (var leg in legs)
        {
            PromiseSteps.Convert(ref work, leg);
        }
    }

    public static void Decide(ref Working work, ExtendReservation extend)
    {
        var expires = HoldEnd.Of(ref work, extend.TimeToLive, extend.Until);
        if (FindLegs(ref work, extend) is not { } legs || !CheckAlive(ref work, extend, legs))
        {
            return;
        }

        if (legs.TrueForAll(leg => leg.Held == 0))
        {
            RefuseState(ref work, extend, "holds nothing", "extend one that does");
        }

        if (work.IsClear)
        {
            foreach (var leg in legs)
            {
                PromiseSteps.Extend(ref work, leg, expires);
            }
        }
    }

    // The legs, once all that a step touches is loaded; null when something is wrong or missing, which is noted.
    private static List<ReservationLeg>? FindLegs(ref Working work, ReservationStep step)
    {
        if (work.FindTrace(step.Reservation, "reservation", ErrorCodes.ReservationNotFound) is not { } trace)
        {
            return null;
        }

        if (trace.Legs.Count == 0)
        {
            work.Refuse(ErrorCodes.ReservationNotFound, "reservation", step.Reservation.ToString(), null,
                $"The command '{step.Reservation}' made no reservation; name one that did.");
            return null;
        }

        if (trace.Legs[0].Terms.Holder is { } holder && !string.Equals(holder, step.Holder, StringComparison.Ordinal))
        {
            work.Refuse(ErrorCodes.ForeignHolder, "holder", step.Holder, "the reservation's holder",
                $"The reservation '{step.Reservation}' belongs to another holder; name the one it was made for.");
            return null;
        }

        foreach (var leg in trace.Legs)
        {
            PromiseSteps.Load(ref work, leg);
            if (work.Stock.FindSku(leg.Terms.LineSku) is null)
            {
                work.Needs.SkuNumbers.Add(leg.Terms.LineSku);
            }
        }

        return work.IsLoaded ? [.. trace.Legs] : null;
    }

    private static bool TryChoose(
        ref Working work, ReleaseReservation release, List<ReservationLeg> legs, out int? line)
    {
        line = release.Line;
        if (release.Line is { } named && !legs.Exists(leg => leg.Terms.Line == named))
        {
            work.Refuse(ErrorCodes.ReservationNotFound, "line", named.ToString(CultureInfo.InvariantCulture), null,
                $"The reservation '{release.Reservation}' promised nothing on line {named}; name one of its lines.");
            return false;
        }

        if (release.Quantity is null || line is not null)
        {
            return true;
        }

        line = legs[0].Terms.Line;
        if (legs.Exists(leg => leg.Terms.Line != legs[0].Terms.Line))
        {
            work.Refuse(ErrorCodes.InvalidField, "line", null, "a line of the reservation",
                $"The reservation '{release.Reservation}' has several lines; say of which the quantity is to be released.");
            return false;
        }

        return true;
    }

    private static void ReleasePart(ref Working work, IReadOnlyList<ReservationLeg> legs, Quantity quantity)
    {
        var now = work.Moment.Now;
        var sku = work.Stock.FindSku(legs[0].Terms.LineSku)!.Sku;
        var asked = DemandReader.Steps(ref work, sku, quantity, "quantity");
        var left = legs.Min(leg => (leg.PromisedAt(now) + leg.Backordered) / leg.Terms.PerUnit);
        if (asked > left)
        {
            work.Refuse(ErrorCodes.ReservationState, "quantity", quantity.ToString(), sku.ToQuantity(left).ToString(),
                $"Only {sku.ToQuantity(left)} of the line are left; release at most that.");
        }

        if (!work.IsClear)
        {
            return;
        }

        foreach (var leg in legs)
        {
            var rest = asked * leg.Terms.PerUnit;
            var backordered = Take(ref rest, leg.Backordered);
            var held = Take(ref rest, leg.HeldAt(now));
            PromiseSteps.Release(ref work, leg, held, Take(ref rest, leg.Committed), backordered);
        }
    }

    private static long Take(ref long rest, long most)
    {
        var taken = Math.Min(rest, most);
        rest -= taken;
        return taken;
    }

    // What was held until an instant that has come may be promised to somebody else by now.
    private static bool CheckAlive(ref Working work, ReservationStep step, List<ReservationLeg> legs)
    {
        var now = work.Moment.Now;
        if (legs.Find(leg => leg.Held > leg.HeldAt(now)) is not { } over)
        {
            return true;
        }

        RefuseState(ref work, step, $"ended at {Micros.Text(over.Expires)}", "reserve again");
        return false;
    }

    private static void RefuseState(ref Working work, ReservationStep step, string state, string remedy) =>
        work.Refuse(ErrorCodes.ReservationState, "reservation", step.Reservation.ToString(), null,
            $"The reservation '{step.Reservation}' {state}; {remedy}.");
}
