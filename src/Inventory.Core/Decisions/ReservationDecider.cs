using System.Globalization;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides the later steps of reservations.</summary>
internal static class ReservationDecider
{
    public static void Decide(ref Working work, ReleaseReservation release)
    {
        if (FindTrace(ref work, release) is not { } trace || OfLine(ref work, release.Line, trace) is not { } chosen
            || !IsOfOneLine(ref work, release, chosen))
        {
            return;
        }

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

        LetGo(ref work, chosen, trace.Allocations);
    }

    public static void Decide(ref Working work, ConvertReservation convert)
    {
        if (FindTrace(ref work, convert) is not { Legs: var legs } || !CheckAlive(ref work, convert, legs))
        {
            return;
        }

        if (legs.All(leg => leg.Held + leg.Committed + leg.Backordered == 0))
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
        if (FindTrace(ref work, extend) is not { Legs: var legs } || !CheckAlive(ref work, extend, legs))
        {
            return;
        }

        if (legs.All(leg => leg.Held == 0))
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

    /// <summary>
    /// The reservation, once all that a step touches is loaded; null when something is wrong or missing, which is
    /// noted.
    /// </summary>
    public static CommandTrace? FindTrace(ref Working work, ReservationStep step) =>
        FindTrace(ref work, step, step.Reservation, "reservation");

    /// <summary>The same of another reservation that a step names.</summary>
    public static CommandTrace? FindTrace(ref Working work, ReservationStep step, CommandKey key, string target)
    {
        if (work.FindTrace(key, target, ErrorCodes.ReservationNotFound) is not { } trace)
        {
            return null;
        }

        if (trace.Legs.Count == 0)
        {
            work.Refuse(ErrorCodes.ReservationNotFound, target, key.ToString(), null,
                $"The command '{key}' made no reservation; name one that did.");
            return null;
        }

        if (trace.Legs[0].Terms.Holder is { } holder && !string.Equals(holder, step.Holder, StringComparison.Ordinal))
        {
            work.Refuse(ErrorCodes.ForeignHolder, "holder", step.Holder, "the reservation's holder",
                $"The reservation '{key}' belongs to another holder; name the one it was made for.");
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

        foreach (var bound in trace.Allocations)
        {
            PromiseSteps.Load(ref work, bound);
        }

        return work.IsLoaded ? trace : null;
    }

    /// <summary>The legs of one line, or all; null when there is no such line, which is noted.</summary>
    public static IReadOnlyList<ReservationLeg>? OfLine(ref Working work, int? line, CommandTrace trace)
    {
        if (line is not { } named)
        {
            return trace.Legs;
        }

        var legs = trace.Legs.Where(leg => leg.Terms.Line == named).ToList();
        if (legs.Count > 0)
        {
            return legs;
        }

        work.Refuse(ErrorCodes.ReservationNotFound, "line", named.ToString(CultureInfo.InvariantCulture), null,
            $"The reservation '{trace.Record.Key}' promised nothing on line {named}; name one of its lines.");
        return null;
    }

    // What is given back is bound to nothing: of what is left, what has been picked stays bound the longest.
    private static void LetGo(
        ref Working work, IReadOnlyList<ReservationLeg> legs, IReadOnlyList<Allocation> allocations)
    {
        foreach (var leg in legs.Where(leg => leg.Allocated > 0))
        {
            foreach (var part in work.Change.Promised.Bound(leg.Key, allocations))
            {
                var units = Math.Min(part.Units, -work.Change.Promised.Now(leg).Unbound);
                if (units > 0)
                {
                    PromiseSteps.Unbind(ref work, leg, part, units);
                }
            }
        }
    }

    // A part of several lines would be of none in particular.
    private static bool IsOfOneLine(ref Working work, ReleaseReservation release, IReadOnlyList<ReservationLeg> legs)
    {
        if (release.Quantity is null || legs.All(leg => leg.Terms.Line == legs[0].Terms.Line))
        {
            return true;
        }

        work.Refuse(ErrorCodes.InvalidField, "line", null, "a line of the reservation",
            $"The reservation '{release.Reservation}' has several lines; say of which the quantity is to be released.");
        return false;
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
    private static bool CheckAlive(ref Working work, ReservationStep step, IReadOnlyList<ReservationLeg> legs)
    {
        var now = work.Moment.Now;
        if (legs.FirstOrDefault(leg => leg.Held > leg.HeldAt(now)) is not { } over)
        {
            return true;
        }

        RefuseState(ref work, step, $"ended at {Micros.Text(over.Expires)}", "reserve again");
        return false;
    }

    public static void RefuseState(ref Working work, ReservationStep step, string state, string remedy) =>
        work.Refuse(ErrorCodes.ReservationState, "reservation", step.Reservation.ToString(), null,
            $"The reservation '{step.Reservation}' {state}; {remedy}.");
}
