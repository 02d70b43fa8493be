using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Keeps the units of lots that are not released out of what can be sold.</summary>
/// <remarks>
/// A lot's status is master data, so a batch that was decided before it fails on the version of the catalogue.
/// </remarks>
internal static class LotBlock
{
    /// <summary>
    /// Refuses to take such units as free, or to free them one by one; what comes in gets the state of its lot.
    /// </summary>
    public static void Apply(ref Working work, MovementKind kind, List<PlannedLine> plan)
    {
        foreach (ref var line in CollectionsMarshal.AsSpan(plan))
        {
            if (line.To.Lot == 0 || StateOf(line.Window, line.To.Lot) == StockStatus.Available)
            {
                continue;
            }

            var frees = line is { ToPlace.IsOwn: true, To.Status: StockStatus.Available };
            if (line is { FromPlace.IsOwn: true, From.Status: StockStatus.Available }
                || (frees && kind is MovementKind.StatusChange or MovementKind.Reversal))
            {
                Refuse(ref work, line);
            }
            else if (frees)
            {
                line.To = Follow(line.Window, line.To);
            }
        }
    }

    /// <summary>The spot that units are at which are said to be free at one.</summary>
    public static Spot Follow(SkuWindow window, Spot spot) =>
        spot.Status == StockStatus.Available ? spot with { Status = StateOf(window, spot.Lot) } : spot;

    /// <summary>The state that goes with the status of a loaded lot; of a new lot, or none, available.</summary>
    public static StockStatus StateOf(SkuWindow window, long lot) => lot == 0 ? StockStatus.Available
        : LotRules.StateOf(window.LotByNumber(lot)?.Lot.Status ?? LotStatus.Released);

    private static void Refuse(ref Working work, in PlannedLine line)
    {
        var lot = line.Window.LotByNumber(line.To.Lot)!.Lot;
        var state = LotRules.StateOf(lot.Status);
        work.Refuse(ErrorCodes.LotBlocked, Working.Path("lot", line.Line), lot.Code,
            $"a released lot, or status {state}",
            $"Lot {lot.Code} of {line.Window.Sku.Code} is {lot.Status}, so nothing of it is free; release the lot, or name {state}, where its units are.");
    }
}
