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
            var line = plan[i];
            if (Find(ref work, ref line, movement.Lines[line.Line].Lot))
            {
                plan[i] = line;
            }
        }
    }

    /// <summary>Gives one line its lot. False when the line needs none, or when that is wrong, which is noted.</summary>
    public static bool Find(ref Working work, ref PlannedLine line, string? code)
    {
        var sku = line.Window.Sku;
        if (sku.Tracking == Tracking.None)
        {
            if (code is not null)
            {
                work.Refuse(ErrorCodes.InvalidLotRequired, Working.Path("lot", line.Line), code, "none",
                    $"{sku.Code} is not tracked by lot or serial; leave the lot out.");
            }

            return false;
        }

        if (code is null)
        {
            work.Refuse(ErrorCodes.InvalidLotRequired, Working.Path("lot", line.Line), null, "a lot or serial",
                $"{sku.Code} is tracked by {Noun(sku)}; name the {Noun(sku)}.");
            return false;
        }

        if (Codes.Normalise(code) is not { } normalised)
        {
            work.RefuseCode(Working.Path("lot", line.Line), code);
            return false;
        }

        return Resolve(ref work, ref line, normalised);
    }

    private static bool Resolve(ref Working work, ref PlannedLine line, string code)
    {
        var sku = line.Window.Sku;
        var key = Codes.Fold(code);
        if (!line.Window.TryGetLot(key, out var known))
        {
            work.Needs.Lots.Add((sku.Number, key));
            return false;
        }

        var enters = !line.FromPlace.IsOwn;
        var number = known?.Lot.Number ?? (enters ? NewLot(ref work, line.Window, code, key) : 0);
        if (number == 0)
        {
            work.Refuse(ErrorCodes.LotNotFound, Working.Path("lot", line.Line), code, null,
                $"{sku.Code} has no {Noun(sku)} '{code}'; receive it first or correct the number.");
            return false;
        }

        if (sku.Tracking == Tracking.Serial)
        {
            CheckSerial(ref work, line, known, code, enters);
        }

        line.From = line.From with { Lot = number };
        line.To = line.To with { Lot = number };
        return true;
    }

    private static void CheckSerial(ref Working work, in PlannedLine line, LotBalance? known, string code, bool enters)
    {
        var sku = line.Window.Sku;
        if (sku.ToQuantity(line.Quantity).Amount != 1 && line.Counted is null)
        {
            work.Refuse(ErrorCodes.SerialState, Working.Path("quantity", line.Line), sku.ToQuantity(line.Quantity).ToString(), "1",
                $"Serial {code} of {sku.Code} is one unit; move exactly one.");
        }
        else if (enters && known is { OnHand: > 0 })
        {
            work.Refuse(ErrorCodes.SerialState, Working.Path("lot", line.Line), code, "a serial that is not in stock",
                $"Serial {code} of {sku.Code} is in stock already, since entry {known.LastSequence}; look up its last movement.");
        }
        else if (!enters && known is { OnHand: 0 } && line.Effective >= line.Window.Effective)
        {
            work.Refuse(ErrorCodes.SerialState, Working.Path("lot", line.Line), code, "a serial that is in stock",
                $"Serial {code} of {sku.Code} is not in stock, since entry {known.LastSequence}; look up its last movement.");
        }
    }

    private static long NewLot(ref Working work, SkuWindow window, string code, string key)
    {
        foreach (var lot in work.Change.Lots)
        {
            if (lot.Sku == window.Sku.Number && lot.CodeKey == key)
            {
                return lot.Number;
            }
        }

        var number = window.LotCount + 1 + work.Change.Lots.Count(lot => lot.Sku == window.Sku.Number);
        work.Change.Lots = [.. work.Change.Lots, new Lot(window.Sku.Number, number, code)];
        return number;
    }

    private static string Noun(Sku sku) => sku.Tracking == Tracking.Serial ? "serial" : "lot";
}
