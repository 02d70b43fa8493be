using System.Globalization;
using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Decides movements: resolves every line, then checks all of them together.</summary>
internal static class MovementDecider
{
    public static void Decide(ref Working work, PostMovement movement)
    {
        var plan = work.Stock.TakePlan();
        var effective = work.Time(movement.Effective, "effective", work.Moment.Now);
        var occurred = work.Time(movement.Occurred, "occurred", effective);
        var reason = FindReason(ref work, movement.Reason, movement.Kind);
        work.CheckDefined(movement.AfterCount, "afterCount");
        if (movement.Lines.Count is 0 or > PostMovement.LinesMax)
        {
            work.Refuse(ErrorCodes.InvalidMovement, "lines", movement.Lines.Count
                .ToString(CultureInfo.InvariantCulture),
                $"1 to {PostMovement.LinesMax}", $"A movement has 1 to {PostMovement.LinesMax} lines; split it.");
            return;
        }

        for (var i = 0; i < movement.Lines.Count; i++)
        {
            Resolve(ref work, movement, i, effective, plan);
        }

        if (!work.IsClear)
        {
            return;
        }

        SerialRanges.Expand(ref work, movement, plan);
        if (!work.IsClear)
        {
            return;
        }

        CheckDirection(ref work, reason, plan);
        CheckControlTotal(ref work, movement, plan);
        FreezeCheck.Check(ref work, plan);
        LotDecider.Name(ref work, movement, plan);
        LotBlock.Apply(ref work, movement.Kind, plan);
        Costs.CheckLots(ref work, plan);
        Fulfilment.Find(ref work, movement, plan);
        Sufficiency.Load(ref work, plan);
        if (!work.IsClear)
        {
            return;
        }

        // What a count stands behind is compensated there, which decides what must suffice.
        LateFacts.CheckCounts(ref work, movement.AfterCount, plan);
        Sufficiency.Check(ref work, movement.Kind, plan);
        CapacityCheck.Check(ref work, plan);
        BookNeeds.Ask(ref work, plan);
        if (work.IsClear)
        {
            Fulfilment.Write(ref work, plan);
            EntryWriter.Write(ref work, plan,
                new EntryHeader(movement.Kind, occurred, occurred != effective, reason?.Number ?? 0));
        }
    }

    private static void Resolve(ref Working work, PostMovement movement, int index, long effective,
        List<PlannedLine> plan)
    {
        var line = movement.Lines[index];
        var kind = movement.Kind;
        var window = work.FindSku(line.Sku, "sku", index);
        var from = FindPlace(ref work, line.From, kind, index, isFrom: true, line);
        var to = FindPlace(ref work, line.To, kind, index, isFrom: false, line);
        CheckFields(ref work, line, index);
        var (left, entered) = GoodsReader.Read(ref work, line, kind, index);
        if (window is null)
        {
            return;
        }

        CheckSku(ref work, window, line, kind, index);
        var steps = Steps(ref work, window.Sku, line, index);
        if (from is null || to is null)
        {
            return;
        }

        var planned = new PlannedLine
        {
            Window = window,
            FromPlace = from,
            ToPlace = to,
            From = left with
            {
                Place = from.Number,
                Status = from.IsOwn ? line.FromStatus : StockStatus.Available,
            },
            To = entered with { Place = to.Number, Status = StatusAt(to, line, kind) },
            Quantity = steps,
            Effective = effective,
            Line = index,
            DocumentLine = line.DocumentLine,
        };
        CheckPlaces(ref work, planned, kind, index);
        planned.Cost = FindCost(ref work, planned, line, kind, index);
        plan.Add(planned);
    }

    private static Location? FindPlace(
        ref Working work, string? code, MovementKind kind, int index, bool isFrom, MovementLine line)
    {
        var side = isFrom ? "from" : "to";
        // A return has one counterparty: which one depends on the side that was named.
        var implied = kind is MovementKind.Return or MovementKind.Adjustment
            && (isFrom ? line.To : line.From) is null && code is null
            ? null
            : MovementRules.StaysInPlace(kind) ? line.From ?? line.To : MovementRules.Counterparty(kind, isFrom);
        if (code is null && implied is null)
        {
            work.Refuse(ErrorCodes.InvalidMovement, Working.Path(side, index), null, MovementRules.Describe(kind),
                $"Line {index} names no place it goes {side}: {MovementRules.Describe(kind)}.");
            return null;
        }

        return work.FindLocation(code ?? implied, side, index);
    }

    private static void CheckFields(ref Working work, MovementLine line, int index)
    {
        work.CheckDefined(line.FromStatus, "fromStatus", index);
        work.CheckDefined(line.ToStatus, "toStatus", index);
        work.CheckDefined(line.Rounding, "rounding", index);
    }

    // What changes its grade or its owner keeps its status.
    private static StockStatus StatusAt(Location to, MovementLine line, MovementKind kind) =>
        !to.IsOwn ? StockStatus.Available
        : kind is MovementKind.GradeChange or MovementKind.OwnerChange ? line.FromStatus
        : line.ToStatus;

    private static void CheckSku(ref Working work, SkuWindow window, MovementLine line, MovementKind kind, int index)
    {
        if (window.Sku.Type == SkuType.Service)
        {
            work.Refuse(ErrorCodes.InvalidForServiceItem, Working.Path("sku", index), window.Sku.Code, null,
                $"{window.Sku.Code} is a service and holds no stock; move only goods.");
        }

        KitDecider.CheckNoKit(ref work, window.Sku, "sku", index);
        if (!MovementRules.Allows(window.Sku.Lifecycle, kind))
        {
            work.Refuse(ErrorCodes.Lifecycle, Working.Path("sku", index), window.Sku.Lifecycle.ToString(), null,
                $"{window.Sku.Code} is in status {window.Sku.Lifecycle}, which does not allow a movement of kind {kind}; change the status first.");
        }

        if (line.ExpectedVersion is { } expected && expected != window.Sequence)
        {
            work.Refuse(ErrorCodes.Version, Working.Path("expectedVersion", index), expected
                .ToString(CultureInfo.InvariantCulture),
                window.Sequence.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture,
                    $"{window.Sku.Code} is at version {window.Sequence}, not {expected}; read it again and decide again."));
        }
    }

    private static long Steps(ref Working work, Sku sku, MovementLine line, int index)
    {
        if (line.Quantity.IsDefault || line.Quantity.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, Working.Path("quantity", index), line.Quantity.ToString(),
                "more than zero",
                $"Line {index} moves {line.Quantity}; give a quantity above zero, the direction follows from the kind.");
            return 0;
        }

        if (sku.TryToSteps(line.Quantity, out var whole))
        {
            return whole;
        }

        var found = work.Errors.Count;
        var steps = sku.ToSteps(line.Quantity, line.Rounding, Working.Path("quantity", index), work.Errors);
        if (steps == 0 && work.Errors.Count == found)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, Working.Path("quantity", index), line.Quantity.ToString(),
                "at least one step",
                $"Line {index}: {line.Quantity} rounds to nothing; give at least one step of {sku.BaseUnit.Code}.");
        }

        return steps;
    }

    private static void CheckPlaces(ref Working work, in PlannedLine line, MovementKind kind, int index)
    {
        if (!MovementRules.Allows(kind, line.FromPlace, line.ToPlace) || line.From == line.To
            || (kind == MovementKind.Dispatch && work.Command is PostMovement))
        {
            work.Refuse(ErrorCodes.InvalidMovement, Working.Path("to", index),
                $"{line.FromPlace.Code} to {line.ToPlace.Code}",
                MovementRules.Describe(kind),
                $"{line.FromPlace.Code} to {line.ToPlace.Code} is no movement of kind {kind}: {MovementRules.Describe(kind)}.");
        }

        CheckHolds(ref work, line.FromPlace, "from", index);
        CheckHolds(ref work, line.ToPlace, "to", index);
    }

    private static void CheckHolds(ref Working work, Location place, string field, int index)
    {
        if (place.IsOwn && !place.HoldsStock)
        {
            work.Refuse(ErrorCodes.InvalidLocation, Working.Path(field, index), place.Code,
                "a location that holds stock",
                $"{place.Code} is structural and holds no stock; name one of its bins, or define it as holding stock.");
        }
    }

    private static long? FindCost(ref Working work, in PlannedLine planned, MovementLine line, MovementKind kind,
        int index)
    {
        var enters = !planned.IsFromOurs && planned.IsToOurs;
        if (!line.Cost.IsStated)
        {
            if (enters && MovementRules.NeedsCost(kind))
            {
                work.Refuse(ErrorCodes.CostMissing, Working.Path("cost", index), null, "a cost of zero or more",
                    $"{planned.Window.Sku.Code} comes in without a cost; state it, zero for free goods.");
            }

            return null;
        }

        if (!enters)
        {
            work.Refuse(ErrorCodes.InvalidCost, Working.Path("cost", index), line.Cost.ToString(), "not stated",
                $"Line {index} brings nothing of ours in, so its cost follows from the books; leave it out.");
            return null;
        }

        return Costs.Total(ref work, line.Cost, planned.Window.Sku, planned.Quantity, index);
    }

    internal static Reason? FindReason(ref Working work, string? given, MovementKind kind)
    {
        if (given is not { } code)
        {
            if (MovementRules.NeedsReason(kind))
            {
                work.Refuse(ErrorCodes.InvalidReason, "reason", null, "a defined reason",
                    $"A movement of kind {kind} needs a reason; name one.");
            }

            return null;
        }

        if (Commands.Codes.Normalise(code) is not { } normalised)
        {
            work.Refuse(ErrorCodes.InvalidReason, "reason", code, "a defined reason",
                "The reason is no code; name a defined one.");
            return null;
        }

        var key = Commands.Codes.Fold(normalised);
        if (!work.Stock.TryGetReason(key, out var reason))
        {
            work.Needs.ReasonCodes.Add(key);
            return null;
        }

        if (reason is null)
        {
            work.Refuse(ErrorCodes.InvalidReason, "reason", code, "a defined reason",
                $"There is no reason '{code}'; define it first or correct the code.");
            return null;
        }

        return reason;
    }

    internal static void CheckDirection(ref Working work, Reason? reason, List<PlannedLine> plan)
    {
        if (reason is null or { Direction: ReasonDirection.Both })
        {
            return;
        }

        foreach (var line in plan)
        {
            if (line.Kind == MovementKind.Arrival)
            {
                continue;
            }

            var isIn = !line.FromPlace.IsOwn;
            if (reason.Direction == ReasonDirection.In != isIn)
            {
                work.Refuse(ErrorCodes.InvalidReason, "reason", reason.Code, isIn ? "a reason for finds"
                    : "a reason for losses",
                    $"Reason {reason.Code} is for {reason.Direction} only, but line {line.Line} goes the other way; use another reason.");
            }
        }
    }

    private static void CheckControlTotal(ref Working work, PostMovement movement, List<PlannedLine> plan)
    {
        if (movement.ControlTotal is not { } total)
        {
            return;
        }

        var sum = 0m;
        foreach (var line in plan)
        {
            sum += line.Window.Sku.ToQuantity(line.Quantity).Amount;
        }

        if (sum != total)
        {
            work.Refuse(ErrorCodes.ControlTotal, "controlTotal", StepCount.Text(sum), StepCount.Text(total),
                $"The lines add up to {StepCount.Text(sum)}, the control total is {StepCount.Text(total)}; correct one of them.");
        }
    }
}
