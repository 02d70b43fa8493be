using System.Globalization;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Decides what became of goods on their way: arrived, written off, or more than were dispatched.</summary>
internal static class ArrivalDecider
{
    public static void Decide(ref Working work, ReceiveTransfer receive)
    {
        var plan = work.Stock.TakePlan();
        var effective = work.Time(receive.Effective, "effective", work.Moment.Now);
        CheckFields(ref work, receive);
        if (FindTransfer(ref work, receive) is not { } trace
            || FindPlace(ref work, trace.Reply.Number) is not { } destination)
        {
            return;
        }

        // What is left of each line, less what the lines of this command before have taken.
        var left = new long[trace.Entries.Count];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = trace.Entries[i].Quantity - trace.Reversed[i];
        }

        for (var i = 0; i < receive.Lines.Count; i++)
        {
            Plan(ref work, new Arrival(receive, i, trace, destination, effective), left, plan);
        }

        var reason = FindReason(ref work, receive, plan);
        MovementDecider.CheckDirection(ref work, reason, plan);
        FreezeCheck.Check(ref work, plan);
        Costs.CheckLots(ref work, plan);
        Sufficiency.Load(ref work, plan);
        if (!work.IsClear)
        {
            return;
        }

        LateFacts.CheckCounts(ref work, CountedPolicy.Refuse, plan);
        Sufficiency.Check(ref work, MovementKind.Arrival, plan);
        CapacityCheck.Check(ref work, plan);
        BookNeeds.Ask(ref work, plan);
        if (work.IsClear)
        {
            EntryWriter.Write(ref work, plan,
                new EntryHeader(MovementKind.Arrival, effective, HasOccurred: false, reason?.Number ?? 0));
        }
    }

    private static void CheckFields(ref Working work, ReceiveTransfer receive)
    {
        if (receive.Lines.Count is 0 or > PostMovement.LinesMax)
        {
            work.Refuse(ErrorCodes.InvalidMovement, "lines", receive.Lines.Count.ToString(CultureInfo.InvariantCulture),
                $"1 to {PostMovement.LinesMax}", $"An arrival has 1 to {PostMovement.LinesMax} lines; split it.");
        }

        if (receive.Tolerance is < 0 or > 1)
        {
            work.Refuse(ErrorCodes.InvalidField, "tolerance", StepCount.Text(receive.Tolerance), "0 to 1",
                "The tolerance is a share of what was dispatched, 0 to 1.");
        }
    }

    private static CommandTrace? FindTransfer(ref Working work, ReceiveTransfer receive)
    {
        var trace = work.FindTrace(receive.Transfer, "transfer", ErrorCodes.CommandNotFound);
        if (trace is not null && trace.Record.Kind != nameof(DispatchTransfer))
        {
            work.Refuse(ErrorCodes.CommandNotFound, "transfer", receive.Transfer.ToString(), null,
                $"The command '{receive.Transfer}' dispatched no transfer; name one that did.");
            return null;
        }

        foreach (var entry in trace?.Entries ?? [])
        {
            if (work.Stock.FindSku(entry.Sku) is not { } window)
            {
                work.Needs.SkuNumbers.Add(entry.Sku);
            }
            else if (entry.To.Lot != 0 && window.LotByNumber(entry.To.Lot) is null)
            {
                work.Needs.LotNumbers.Add((entry.Sku, entry.To.Lot));
            }
            else
            {
                NeedBalances(ref work, window, entry.To);
            }
        }

        return work.IsLoaded ? trace : null;
    }

    private static void NeedBalances(ref Working work, SkuWindow window, Spot sent)
    {
        var moved = sent with { Status = LotBlock.StateOf(window, sent.Lot) };
        foreach (var spot in sent.Lot == 0 || moved == sent ? [] : (Spot[])[sent, moved])
        {
            if (!window.TryGetBalance(spot, out _))
            {
                work.Needs.Balances.Add((window.Sku.Number, spot));
            }
        }
    }

    // What went out in one state lies in that of its lot, when the lot's status has changed meanwhile.
    private static Spot Lying(SkuWindow window, Spot sent, long quantity)
    {
        var moved = sent with { Status = LotBlock.StateOf(window, sent.Lot) };
        return sent.Lot == 0 || moved == sent || window.BalanceOf(sent).Quantity >= quantity ? sent : moved;
    }

    private static Location? FindPlace(ref Working work, int number)
    {
        var place = work.Stock.TryGetLocation(number);
        if (place is null)
        {
            work.Needs.LocationNumbers.Add(number);
        }

        return place;
    }

    private static void Plan(ref Working work, in Arrival arrival, long[] left, List<PlannedLine> plan)
    {
        var (line, index) = (arrival.Line, arrival.Index);
        var at = arrival.Find();
        if (at < 0)
        {
            work.Refuse(ErrorCodes.CommandNotFound, Working.Path("line", index), line.Line
                .ToString(CultureInfo.InvariantCulture), null,
                $"The transfer '{arrival.Command.Transfer}' has no line {line.Line}; name one of its lines.");
            return;
        }

        var entry = arrival.Trace.Entries[at];
        var window = work.Stock.FindSku(entry.Sku)!;
        CheckSubject(ref work, window, entry, arrival.Effective);
        var place = FindTarget(ref work, arrival);
        var received = Steps(ref work, window.Sku, line.Received, "received", index);
        var lost = Steps(ref work, window.Sku, line.Lost, "lost", index);
        if (line.Received is null && line.Lost is null)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, Working.Path("received", index), null, "more than zero",
                $"Line {index} says of nothing that it arrived or was lost; give a quantity of one or both.");
        }

        var surplus = received + lost - left[at];
        var limit = Limit(arrival, window.Sku, entry, left[at], lost);
        if (surplus > limit)
        {
            var (sent, open) = (window.Sku.ToQuantity(entry.Quantity), window.Sku.ToQuantity(left[at]));
            work.Refuse(ErrorCodes.OverReceipt, Working.Path("received", index),
                window.Sku.ToQuantity(received + lost).ToString(), window.Sku.ToQuantity(left[at] + limit).ToString(),
                $"Of {sent} of {window.Sku.Code} dispatched, {open} are still on their way: "
                + $"receive at most {window.Sku.ToQuantity(left[at] + limit)}, or count what is there.");
        }

        if (place is null || surplus > limit)
        {
            return;
        }

        var arrived = received - Math.Max(0, surplus);
        left[at] -= arrived + lost;
        var lying = entry with { To = Lying(window, entry.To, arrived + lost) };
        Add(plan, work.Stock, arrival, lying, place, arrived, MovementKind.Arrival);
        Add(plan, work.Stock, arrival, lying, place, lost, MovementKind.Scrap);
        Add(plan, work.Stock, arrival, lying, place, surplus, MovementKind.Adjustment);
    }

    // More than was dispatched may arrive only with the last of it, so it happens once. A serial is one of its kind.
    private static long Limit(in Arrival arrival, Sku sku, Entry entry, long left, long lost) =>
        left == 0 || lost > 0 || sku.Tracking == Tracking.Serial || arrival.Command.Tolerance is < 0 or > 1
            ? 0
            : (long)Math.Floor(entry.Quantity * arrival.Command.Tolerance);

    private static void Add(
        List<PlannedLine> plan, Stock stock, in Arrival arrival, Entry entry, Location place, long quantity,
        MovementKind kind)
    {
        if (quantity <= 0)
        {
            return;
        }

        var (transit, loss) = (stock.Location(entry.To.Place), stock.Location(WellKnownLocations.LossNumber));
        var outside = entry.To with { Place = loss.Number, Status = StockStatus.Available };
        var there = entry.To with { Place = place.Number };
        var isFound = kind == MovementKind.Adjustment;
        plan.Add(new PlannedLine
        {
            Window = stock.FindSku(entry.Sku)!,
            FromPlace = isFound ? loss : transit,
            ToPlace = kind == MovementKind.Scrap ? loss : place,
            From = isFound ? outside : entry.To,
            To = kind == MovementKind.Scrap ? outside : there,
            Quantity = quantity,
            Kind = kind,
            Reverses = isFound ? default : entry.Key,
            Effective = arrival.Effective,
            Line = arrival.Index,
        });
    }

    private static void CheckSubject(ref Working work, SkuWindow window, Entry entry, long effective)
    {
        if (!MovementRules.Allows(window.Sku.Lifecycle, MovementKind.Arrival))
        {
            work.Refuse(ErrorCodes.Lifecycle, "transfer", window.Sku.Lifecycle.ToString(), null,
                $"{window.Sku.Code} is in status {window.Sku.Lifecycle}, in which nothing arrives; change the status first.");
        }

        if (effective < entry.Effective)
        {
            work.Refuse(ErrorCodes.InvalidTime, "effective", Micros.Text(effective),
                $"at least {Micros.Text(entry.Effective)}",
                $"Nothing arrives before it was dispatched ({Micros.Text(entry.Effective)}); give a later time.");
        }
    }

    private static Location? FindTarget(ref Working work, in Arrival arrival)
    {
        var place = arrival.Line.To is { } code
            ? work.FindLocation(code, "to", arrival.Index)
            : arrival.Destination;
        if (place is null || (place.HoldsStock && place.Pool == arrival.Destination.Pool))
        {
            return place;
        }

        work.Refuse(ErrorCodes.InvalidLocation, Working.Path("to", arrival.Index), place.Code,
            $"a place of {arrival.Destination.Code} that holds stock",
            $"The transfer goes to {arrival.Destination.Code}; {place.Code} holds no stock or belongs to another pool.");
        return null;
    }

    private static long Steps(ref Working work, Sku sku, Quantity? quantity, string field, int index)
    {
        if (quantity is not { } given)
        {
            return 0;
        }

        if (given.IsDefault || given.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, Working.Path(field, index), given.ToString(), "more than zero",
                $"Line {index}: {field} is {given}; give a quantity above zero, or leave it out.");
            return 0;
        }

        return sku.ToSteps(given, Rounding.Reject, Working.Path(field, index), work.Errors);
    }

    private static Reason? FindReason(ref Working work, ReceiveTransfer receive, List<PlannedLine> plan)
    {
        var kind = MovementKind.Arrival;
        foreach (var line in plan)
        {
            kind = line.Kind is { } crossing and not MovementKind.Arrival ? crossing : kind;
        }

        return MovementDecider.FindReason(ref work, receive.Reason, kind);
    }

    // One line of a command, with what it is about.
    private readonly record struct Arrival(
        ReceiveTransfer Command, int Index, CommandTrace Trace, Location Destination, long Effective)
    {
        public ArrivalLine Line => Command.Lines[Index];

        /// <summary>The dispatched line's place among the transfer's entries; -1 when there is no such line.</summary>
        public int Find()
        {
            for (var i = 0; i < Trace.Entries.Count; i++)
            {
                if (Trace.Entries[i].Line == Line.Line && Trace.Entries[i].Kind == MovementKind.Dispatch)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
