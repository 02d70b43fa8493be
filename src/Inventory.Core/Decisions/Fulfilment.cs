using System.Runtime.InteropServices;
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
            if (movement.Kind is not (MovementKind.Issue or MovementKind.Transfer or MovementKind.Dispatch)
                || line.FromKey == line.ToKey)
            {
                work.Refuse(ErrorCodes.InvalidMovement, target, reservation.ToString(),
                    "an issue or transfer out of the pool",
                    $"Line {line.Line} does not take goods out of the pool they were promised from; leave the reservation out.");
            }

            line.Fulfils = work.FindTrace(reservation, target, ErrorCodes.ReservationNotFound);
        }
    }

    /// <summary>Takes what leaves out of the promises; one that several lines name serves them in order.</summary>
    public static void Write(ref Working work, List<PlannedLine> plan)
    {
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            if (line.Fulfils is { } trace && !line.IsCompensation)
            {
                Take(ref work, line, trace);
            }
        }
    }

    private static void Take(ref Working work, in PlannedLine line, CommandTrace trace)
    {
        var left = line.Quantity;
        foreach (var before in trace.Legs)
        {
            // As the lines before this one have left it.
            var leg = work.Change.Promised.Now(before);
            if (leg.Sku != line.Window.Sku.Number || leg.Position != line.FromKey)
            {
                continue;
            }

            var ofCommitted = Math.Min(left, leg.Committed);
            var ofHeld = Math.Min(left - ofCommitted, leg.HeldAt(work.Moment.Now));
            if (ofCommitted + ofHeld > 0)
            {
                left -= ofCommitted + ofHeld;
                PromiseSteps.Fulfil(ref work, leg, ofHeld, ofCommitted);
            }
        }

        if (left > 0)
        {
            var sku = line.Window.Sku;
            var promised = sku.ToQuantity(line.Quantity - left);
            work.Refuse(ErrorCodes.ReservationState, Working.Path("quantity", line.Line),
                sku.ToQuantity(line.Quantity).ToString(), promised.ToString(),
                $"The reservation '{trace.Record.Key}' promises {promised} of {sku.Code} from this pool; ship at most that against it.");
        }
    }
}
