using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Gives every line its lot or serial: finds it, or names a new one where goods come in.</summary>
internal static class LotDecider
{
    public static void Name(ref Working work, PostMovement movement, List<PlannedLine> plan)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            ref var line = ref CollectionsMarshal.AsSpan(plan)[i];
            var given = movement.Lines[line.Line];
            var code = line.Serial ?? given.Lot;
            CheckDates(ref work, line, code, given.Dates, line.Line);
            Find(ref work, ref line, (code, given.Dates), movement.Kind, line.Line);
        }

        SerialRanges.CheckEntering(ref work, plan);
        CheckSerials(ref work, plan);
    }

    /// <summary>
    /// Gives one line its lot. False when the line needs none, or when that is wrong, which is noted.
    /// </summary>
    /// <remarks>
    /// The index is the line's place in its command, for the names of fields; negative where there are no lines.
    /// </remarks>
    public static bool Find(
        ref Working work, ref PlannedLine line, (string? Code, LotDates? Dates) given, MovementKind kind, int index)
    {
        var code = given.Code;
        var sku = line.Window.Sku;
        var use = LotRule.UseOf(sku, kind);
        if (code is null || use == LotUse.Forbidden)
        {
            if (code is not null)
            {
                work.Refuse(ErrorCodes.InvalidLotForbidden, Working.Path("lot", index), code, "none",
                    $"{sku.Code} has no lot or serial on movements of kind {kind}; leave the lot out.");
            }
            else if (use == LotUse.Required)
            {
                work.Refuse(ErrorCodes.InvalidLotRequired, Working.Path("lot", index), null, "a lot or serial",
                    $"{sku.Code} is tracked by {Noun(sku)}; name the {Noun(sku)}.");
            }

            return false;
        }

        if (Codes.Normalise(code) is not { } normalised)
        {
            work.RefuseCode(Working.Path("lot", index), code);
            return false;
        }

        return Resolve(ref work, ref line, normalised, given.Dates ?? LotDates.None, index);
    }

    /// <summary>A lot that the SKU has, by its code; null when it is unknown or missing, which is noted.</summary>
    public static Lot? FindKnown(ref Working work, SkuWindow window, string code, int index = -1)
    {
        var sku = window.Sku;
        if (CatalogDecider.Code(ref work, code, Working.Path("lot", index)) is not { } normalised)
        {
            return null;
        }

        var key = Codes.Fold(normalised);
        if (!window.TryGetLot(key, out var found))
        {
            work.Needs.Lots.Add((sku.Number, key));
        }
        else if (found is null)
        {
            RefuseUnknown(ref work, sku, normalised, index);
        }

        return found?.Lot;
    }

    /// <summary>Refuses goods that come in under a serial that is in stock, or comes in twice by one command.</summary>
    public static void CheckSerials(ref Working work, List<PlannedLine> plan)
    {
        HashSet<(int Sku, long Lot)>? entering = null;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            if (line.Window.Sku.Tracking != Tracking.Serial || line.FromPlace.IsOwn || line.To.Lot == 0
                || line.IsCompensation)
            {
                continue;
            }

            entering ??= [];
            if (!entering.Add((line.Window.Sku.Number, line.To.Lot))
                || (line.Serial is null && line.Window.LotByNumber(line.To.Lot) is { OnHand: > 0 }))
            {
                RefuseEntering(ref work, line, line.Line);
            }
        }
    }

    /// <summary>Refuses a serial that is in stock where it would come in.</summary>
    public static void RefuseEntering(ref Working work, in PlannedLine line, int index)
    {
        var (sku, number) = (line.Window.Sku, line.To.Lot);
        var known = line.Window.LotByNumber(number);
        var code = (known?.Lot ?? work.NewLotsByNumber[(sku.Number, number)]).Code;
        var why = known is { OnHand: > 0 } ? $"is in stock already, since entry {known.LastSequence}"
            : "comes in twice";
        work.Refuse(ErrorCodes.SerialState, Working.Path("lot", index), code, "a serial that is not in stock",
            $"Serial {code} of {sku.Code} {why}; look up its last movement.");
    }

    private static void CheckDates(ref Working work, in PlannedLine line, string? code, LotDates? dates, int index)
    {
        if (dates is not null
            && (code is null || line.FromPlace.IsOwn || line.Window.Sku.Tracking == Tracking.None))
        {
            work.Refuse(ErrorCodes.InvalidDates, Working.Path("dates", index), null, "none",
                $"Dates come in with a lot or serial, but line {index} brings none in; leave them out.");
        }
    }

    private static bool Resolve(ref Working work, ref PlannedLine line, string code, LotDates dates, int index)
    {
        var sku = line.Window.Sku;
        var key = Codes.Fold(code);
        if (!line.Window.TryGetLot(key, out var known))
        {
            work.Needs.Lots.Add((sku.Number, key));
            return false;
        }

        var enters = !line.FromPlace.IsOwn;
        var lot = known?.Lot ?? (enters ? NewLot(ref work, line, code, key, dates, index) : null);
        if (lot is null)
        {
            RefuseUnknown(ref work, sku, code, index);
            return false;
        }

        if (enters && !dates.IsEmpty)
        {
            LotTerms.CheckSame(ref work, lot, dates, index);
        }

        if (sku.Tracking == Tracking.Serial && line.Counted is null)
        {
            CheckSerial(ref work, line, known, code, index);
        }

        line.From = line.From with { Lot = lot.Number };
        line.To = line.To with { Lot = lot.Number };
        return true;
    }

    private static void CheckSerial(ref Working work, in PlannedLine line, LotBalance? known, string code, int index)
    {
        var sku = line.Window.Sku;
        if (sku.ToQuantity(line.Quantity).Amount != 1)
        {
            work.Refuse(ErrorCodes.SerialState, Working.Path("quantity", index), sku.ToQuantity(line.Quantity)
                .ToString(), "1",
                $"Serial {code} of {sku.Code} is one unit; move exactly one.");
        }
        else if (line.FromPlace.IsOwn && known is { OnHand: 0 } && line.Effective >= line.Window.Effective)
        {
            work.Refuse(ErrorCodes.SerialState, Working.Path("lot", index), code, "a serial that is in stock",
                $"Serial {code} of {sku.Code} is not in stock, since entry {known.LastSequence}; look up its last movement.");
        }
    }

    private static Lot NewLot(
        ref Working work, in PlannedLine line, string code, string key, LotDates dates, int index)
    {
        var sku = line.Window.Sku.Number;
        if (!work.NewLots.TryGetValue((sku, key), out var lot))
        {
            // The last new lot of the SKU is kept under no key, so that a thousand lines need not count those before
            // them.
            var last = work.NewLots.GetValueOrDefault((sku, string.Empty))?.Number ?? line.Window.LotCount;
            lot = new Lot(sku, last + 1, code) { Term = LotTerms.Of(ref work, line, dates, index) };
            work.NewLots[(sku, key)] = lot;
            work.NewLots[(sku, string.Empty)] = lot;
            work.NewLotsByNumber[(sku, lot.Number)] = lot;
            work.Change.Add(lot);
        }

        return lot;
    }

    private static void RefuseUnknown(ref Working work, Sku sku, string code, int index) =>
        work.Refuse(ErrorCodes.LotNotFound, Working.Path("lot", index), code, null,
            $"{sku.Code} has no {Noun(sku)} '{code}'; receive it first or correct the number.");

    public static string Noun(Sku sku) => sku.Tracking == Tracking.Serial ? "serial" : "lot";
}
