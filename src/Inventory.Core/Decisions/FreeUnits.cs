using System.Runtime.CompilerServices;
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

    /// <summary>Gives back what the command itself frees; of goods it does not ask for, nothing is known.</summary>
    public void Give(SkuWindow goods, PositionKey key, long units)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrNullRef(_free, (goods, key));
        if (!Unsafe.IsNullRef(in free))
        {
            free += units;
        }
    }

    /// <summary>How many steps of a line's SKU can be promised; of a kit, what its scarcest component allows.</summary>
    public long For(ReservationDemand demand) => Without(demand, 0);

    /// <summary>How many could be promised if so many of the same SKU had not been taken yet.</summary>
    public long Without(ReservationDemand demand, long taken)
    {
        var units = long.MaxValue;
        foreach (var (goods, perUnit) in demand.Legs)
        {
            var free = _free[(goods, demand.Key)] + taken * perUnit;
            units = Math.Min(units, perUnit == 1 ? free : Math.Max(0, free) / perUnit);
        }

        return demand.Promisable(units);
    }

    public void Take(ReservationDemand demand, long steps)
    {
        foreach (var (goods, perUnit) in demand.Legs)
        {
            _free[(goods, demand.Key)] -= checked(steps * perUnit);
        }
    }
}
