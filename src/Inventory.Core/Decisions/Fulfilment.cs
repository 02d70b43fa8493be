using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Lets goods leave for whom they were promised to.</summary>
internal static class Fulfilment
{
    /// <summary>Finds the promises that lines name.</summary>
    public static void Find(ref Working work, PostMovement movement, List<PlannedLine> plan)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            ref var line = ref CollectionsMarshal.AsSpan(plan)[i];
            if (movement.Lines[line.Line].Reservation is not { } reservation)
            {
                continue;
            }

            var target = Working.Path("reservation", line.Line);
            var picks = movement.Kind == MovementKind.Transfer && line.FromKey == line.ToKey
                && line is { From.Status: StockStatus.Available, To.Status: StockStatus.Available };
            if (!picks && (line.FromKey == line.ToKey
                || movement.Kind is not (MovementKind.Issue or MovementKind.Transfer or MovementKind.Dispatch)))
            {
                work.Refuse(ErrorCodes.InvalidMovement, target, reservation.ToString(),
                    "an issue or transfer out of the pool, or a transfer of sellable goods inside it",
                    $"Line {line.Line} neither takes goods out of the pool they were promised from nor picks them inside it; leave the reservation out.");
            }

            var trace = work.FindTrace(reservation, target, ErrorCodes.ReservationNotFound);
            line.Fulfils = picks ? null : trace;
            line.Picks = picks ? trace : null;
        }
    }

    /// <summary>
    /// Takes what leaves out of the promises, and lets what is picked be bound where it goes; a reservation that
    /// several lines name serves them in order.
    /// </summary>
    public static void Write(ref Working work, List<PlannedLine> plan)
    {
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            if ((line.Fulfils ?? line.Picks) is { } trace && !line.IsCompensation)
            {
                Take(ref work, line, trace);
            }
        }
    }

    private static void Take(ref Working work, in PlannedLine line, CommandTrace trace)
    {
        var (sku, key, left) = (line.Window.Sku, line.FromKey, line.Quantity);
        var legs = trace.Legs.Where(leg => leg.Sku == sku.Number && leg.Position == key).ToList();

        // What is bound to these very goods goes first.
        foreach (var leg in legs.Where(leg => leg.Allocated > 0))
        {
            left -= TakeBound(ref work, line, leg, trace.Allocations, left);
        }

        foreach (var before in legs)
        {
            // As the lines before this one have left it.
            var leg = work.Change.Promised.Now(before);
            var ofCommitted = Math.Min(left, leg.Unbound);
            var ofHeld = line.Picks is null ? Math.Min(left - ofCommitted, leg.HeldAt(work.Moment.Now)) : 0;
            if (ofCommitted + ofHeld > 0)
            {
                left -= ofCommitted + ofHeld;
                Give(ref work, line, leg, ofHeld, ofCommitted);
            }
        }

        if (left > 0)
        {
            var promised = sku.ToQuantity(line.Quantity - left);
            var elsewhere = legs.ConvertAll(work.Change.Promised.Now).Sum(leg => leg.Allocated);
            work.Refuse(ErrorCodes.ReservationState, Working.Path("quantity", line.Line),
                sku.ToQuantity(line.Quantity).ToString(), promised.ToString(),
                $"The reservation '{trace.Record.Key}' promises {promised} of {sku.Code} from {line.FromPlace.Code}"
                + (elsewhere == 0 ? string.Empty : $" and is bound to {sku.ToQuantity(elsewhere)} elsewhere")
                + "; take at most that for it.");
        }
    }

    private static long TakeBound(
        ref Working work, in PlannedLine line, ReservationLeg before, IReadOnlyList<Allocation> allocations, long most)
    {
        // What has been picked is shipped first; what has not is picked first.
        var (spot, ships) = (line.From, line.Picks is null);
        var taken = 0L;
        foreach (var part in work.Change.Promised.Bound(before.Key, allocations).Where(part => part.Spot == spot)
            .OrderBy(part => part.IsPicked != ships))
        {
            var units = Math.Min(most - taken, part.Units);
            if (units > 0)
            {
                taken += units;
                PromiseSteps.Unbind(ref work, before, part, units);
                Give(ref work, line, before, 0, units);
            }
        }

        return taken;
    }

    private static void Give(ref Working work, in PlannedLine line, ReservationLeg leg, long held, long committed)
    {
        if (line.Picks is null)
        {
            PromiseSteps.Fulfil(ref work, leg, held, committed);
        }
        else
        {
            PromiseSteps.Bind(ref work, leg, line.To, committed, isPicked: true);
        }
    }
}
