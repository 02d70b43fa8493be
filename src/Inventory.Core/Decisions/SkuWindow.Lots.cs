using Inventory.Ledger;
using Inventory.Lots;

namespace Inventory.Decisions;

/// <content>Whole lots.</content>
public sealed partial class SkuWindow
{
    private Dictionary<long, IReadOnlyList<Spot>>? _lotSpots;

    /// <summary>
    /// Puts all balances of a lot into the window; one that is there already stays. Nothing of the SKU may have been
    /// changed that the store does not know yet.
    /// </summary>
    /// <param name="lot">The lot's number.</param>
    /// <param name="balances">Its balances in all places and states.</param>
    public void Put(long lot, IReadOnlyList<Balance> balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        foreach (var balance in balances)
        {
            _balances.TryAdd(balance.Spot, balance);
        }

        (_lotSpots ??= [])[lot] = [.. balances.Select(balance => balance.Spot)];
    }

    /// <summary>Where a lot has ever been; null when that is not loaded.</summary>
    internal IReadOnlyList<Spot>? SpotsOf(long lot) => _lotSpots?.GetValueOrDefault(lot);

    internal void Replace(Lot lot)
    {
        var key = _lotKeys[lot.Number];
        _lots[key] = _lots[key]! with { Lot = lot };
    }

    private void NoteSpot(Spot spot)
    {
        if (SpotsOf(spot.Lot) is { } spots && !spots.Contains(spot))
        {
            _lotSpots![spot.Lot] = [.. spots, spot];
        }
    }
}
