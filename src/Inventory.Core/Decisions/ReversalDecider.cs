using System.Globalization;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>Decides reversals: the original's sides swapped, its cost kept, never more than is left to undo.</summary>
internal static class ReversalDecider
{
    public static void Decide(ref Working work, ReverseMovement reversal)
    {
        var plan = work.Stock.TakePlan();
        var effective = work.Time(reversal.Effective, "effective", work.Moment.Now);
        var trace = work.FindTrace(reversal.Original, "original", ErrorCodes.CommandNotFound);
        if (trace is null)
        {
            return;
        }

        CheckLine(ref work, reversal, trace);
        if (!work.IsClear)
        {
            return;
        }

        var left = false;
        for (var i = 0; i < trace.Entries.Count; i++)
        {
            if (reversal.Line is null || trace.Entries[i].Line == reversal.Line)
            {
                left |= Plan(ref work, reversal, trace, i, effective, plan);
            }
        }

        if (work.IsClear && !left)
        {
            work.Refuse(ErrorCodes.AlreadyReversed, "original", reversal.Original.ToString(), null,
                $"Nothing is left to reverse of '{reversal.Original}'.");
        }

        FreezeCheck.Check(ref work, plan);
        LotDecider.CheckSerials(ref work, plan);
        LotBlock.Apply(ref work, MovementKind.Reversal, plan);
        Sufficiency.Load(ref work, plan);
        if (!work.IsClear)
        {
            return;
        }

        LateFacts.CheckCounts(ref work, CountedPolicy.Refuse, plan);
        Sufficiency.Check(ref work, MovementKind.Reversal, plan);
        CapacityCheck.Check(ref work, plan);
        BookNeeds.Ask(ref work, plan);
        if (work.IsClear)
        {
            EntryWriter.Write(ref work, plan,
                new EntryHeader(MovementKind.Reversal, effective, HasOccurred: false, Reason: 0));
        }
    }

    private static void CheckLine(ref Working work, ReverseMovement reversal, CommandTrace trace)
    {
        if (trace.Entries.Count == 0 || (reversal.Line is { } line && trace.Entries.All(entry => entry.Line != line)))
        {
            work.Refuse(ErrorCodes.CommandNotFound, reversal.Line is null ? "original" : "line",
                reversal.Line?.ToString(CultureInfo.InvariantCulture) ?? reversal.Original.ToString(), null,
                $"The command '{reversal.Original}' made no such movement; name a key and line that did.");
        }

        if (trace.Record.Kind == nameof(ReceiveTransfer))
        {
            work.Refuse(ErrorCodes.InvalidMovement, "original", reversal.Original.ToString(), "no arrival",
                $"'{reversal.Original}' received a transfer and is not undone; send it back by another.");
        }

        if (trace.Record.Kind == nameof(ChangeLotStatus))
        {
            work.Refuse(ErrorCodes.InvalidMovement, "original", reversal.Original.ToString(), "no status of a lot",
                $"'{reversal.Original}' changed the status of a lot and is not undone; change the status again.");
        }

        if (reversal.Quantity is not null && reversal.Line is null)
        {
            work.Refuse(ErrorCodes.InvalidField, "line", null, "a line number",
                "A part can be reversed of one line only; name the line.");
        }

        if (reversal.Quantity is not null && trace.Entries.Where(entry => entry.Line == reversal.Line)
            .Select(entry => entry.To.Lot).Distinct().Skip(1).Any())
        {
            work.Refuse(ErrorCodes.InvalidField, "quantity", reversal.Quantity.ToString(), "none",
                "A line of several serials is reversed as a whole; leave the quantity out, or move single serials back.");
        }

        foreach (var entry in trace.Entries)
        {
            if (work.Stock.FindSku(entry.Sku) is null)
            {
                work.Needs.SkuNumbers.Add(entry.Sku);
            }
        }
    }

    private static bool Plan(
        ref Working work, ReverseMovement reversal, CommandTrace trace, int index, long effective,
            List<PlannedLine> plan)
    {
        var original = trace.Entries[index];
        var window = work.Stock.FindSku(original.Sku)!;
        CheckLifecycle(ref work, window);
        var done = trace.Reversed[index];
        var quantity = original.Quantity - done;
        if (reversal.Quantity is { } part && !TryTakePart(ref work, window, part, ref quantity))
        {
            return true;
        }

        if (effective < original.Effective)
        {
            work.Refuse(ErrorCodes.InvalidTime, "effective", Micros.Text(effective),
                $"at least {Micros.Text(original.Effective)}",
                $"A reversal cannot count from before its original ({Micros.Text(original.Effective)}); give a later time.");
        }

        if (quantity <= 0)
        {
            return false;
        }

        NeedLot(ref work, window, original);
        plan.Add(new PlannedLine
        {
            Window = window,
            FromPlace = work.Stock.Location(original.To.Place),
            ToPlace = work.Stock.Location(original.From.Place),
            From = original.To,
            To = original.From,
            Quantity = quantity,
            Cost = CostOf(original, trace.Reply.Entries[index].Cost, done, quantity),
            Reverses = original.Key,
            Effective = effective,
            Line = original.Line,
            DocumentLine = original.DocumentLine,
        });
        return true;
    }

    private static void CheckLifecycle(ref Working work, SkuWindow window)
    {
        if (!MovementRules.Allows(window.Sku.Lifecycle, MovementKind.Reversal))
        {
            work.Refuse(ErrorCodes.Lifecycle, "original", window.Sku.Lifecycle.ToString(), null,
                $"{window.Sku.Code} is in status {window.Sku.Lifecycle}, which does not allow reversals; change the status first.");
        }
    }

    /// <summary>
    /// Cuts what is left to reverse down to the part asked for. False when that cannot be, which is noted.
    /// </summary>
    private static bool TryTakePart(ref Working work, SkuWindow window, Quantity part, ref long left)
    {
        if (part.IsDefault || part.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, "quantity", part.ToString(), "more than zero",
                "Reverse more than zero.");
            return false;
        }

        var found = work.Errors.Count;
        var asked = window.Sku.ToSteps(part, Rounding.Reject, "quantity", work.Errors);
        if (asked > left)
        {
            work.Refuse(ErrorCodes.AlreadyReversed, "quantity", window.Sku.ToQuantity(asked).ToString(),
                window.Sku.ToQuantity(left).ToString(),
                $"Only {window.Sku.ToQuantity(left)} are left to reverse, not {window.Sku.ToQuantity(asked)}.");
        }

        left = asked;
        return work.Errors.Count == found;
    }

    private static void NeedLot(ref Working work, SkuWindow window, Entry original)
    {
        if (original.To.Lot != 0 && window.LotByNumber(original.To.Lot) is null)
        {
            work.Needs.LotNumbers.Add((window.Sku.Number, original.To.Lot));
        }
    }

    // The parts of an original's cost sum to it, whatever their sizes: the same cut as inside a layer.
    private static long? CostOf(Entry original, long? posted, long done, long quantity)
    {
        var cost = posted ?? original.Cost;
        return cost is { } total
            ? Split.Prefix(total, done + quantity, original.Quantity) - Split.Prefix(total, done, original.Quantity)
            : null;
    }
}
