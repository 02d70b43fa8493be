using System.Runtime.InteropServices;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>What can still be promised of each position while one command is decided.</summary>
internal sealed class FreeUnits
{
    private readonly Dictionary<(SkuWindow Goods, PositionKey Key), long> _free = [];

    /// <summary>Begins with what a position has available, unless it has begun.</summary>
    public void Begin(SkuWindow goods, PositionKey key)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrAddDefault(_free, (goods, key), out var exists);
        if (!exists)
        {
            free = goods.PositionOf(key).Available;
        }
    }

    /// <summary>Gives units back that the command itself frees; of goods it does not ask for, nothing is known.</summary>
    public void Give(SkuWindow goods, PositionKey key, long units)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrNullRef(_free, (goods, key));
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(in free))
        {
            free += units;
        }
    }

    /// <summary>How many steps of a line's SKU can be promised; of a kit, what its scarcest component allows.</summary>
    public long For(ReservationDemand demand)
    {
        var units = long.MaxValue;
        foreach (var (goods, perUnit) in demand.Legs)
        {
            units = Math.Min(units, Math.Max(0, _free[(goods, demand.Key)]) / perUnit);
        }

        return units;
    }

    public void Take(ReservationDemand demand, long steps)
    {
        foreach (var (goods, perUnit) in demand.Legs)
        {
            _free[(goods, demand.Key)] -= steps * perUnit;
        }
    }

    /// <summary>Whether a line's goods have been asked for more often than they are there.</summary>
    public bool IsShort(ReservationDemand demand) =>
        demand.Legs.Any(leg => _free[(leg.Goods, demand.Key)] < 0);
}
