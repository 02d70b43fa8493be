using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>What can still be promised of each position while one command is decided.</summary>
internal sealed class FreeUnits
{
    private readonly Dictionary<(SkuWindow Goods, PositionKey Key), Free> _free = [];

    /// <summary>Begins with what a position has available, unless it has begun.</summary>
    public void Begin(ref Working work, SkuWindow goods, PositionKey key, IReadOnlyList<int> days)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrAddDefault(_free, (goods, key), out var exists);
        if (!exists)
        {
            var position = goods.PositionOf(key);
            var cover = goods.HasDates
                ? DatedStock.Find(ref work, goods, key, 0)?.Cover(null, isPlain: true, days)
                : null;
            free = cover is null ? new Free(null, position.Available) : new Free(cover, -position.Backordered);
        }
    }

    /// <summary>
    /// Gives back what a hold has that the command takes the place of; of goods it does not ask for, nothing is known.
    /// </summary>
    public void Give(SkuWindow goods, ReservationLeg leg)
    {
        ref var free = ref CollectionsMarshal.GetValueRefOrNullRef(_free, (goods, leg.Position));
        if (!Unsafe.IsNullRef(in free))
        {
            free.Take(leg.Terms.NeededBy, -leg.Held);
        }
    }

    /// <summary>How many steps of a line's SKU can be promised; of a kit, what its scarcest component allows.</summary>
    public long For(ReservationDemand demand) => Without(demand, 0);

    /// <summary>How many could be promised if so many of the same SKU had not been taken yet.</summary>
    public long Without(ReservationDemand demand, long taken) => Without(demand, taken, demand.NeededBy);

    public void Take(ReservationDemand demand, long steps)
    {
        foreach (var (goods, perUnit) in demand.Legs)
        {
            CollectionsMarshal.GetValueRefOrNullRef(_free, (goods, demand.Key))
                .Take(demand.NeededBy, checked(steps * perUnit));
        }
    }

    private long Without(ReservationDemand demand, long taken, int day)
    {
        var units = long.MaxValue;
        foreach (var (goods, perUnit) in demand.Legs)
        {
            var free = _free[(goods, demand.Key)].For(day) + taken * perUnit;
            units = Math.Min(units, perUnit == 1 ? free : Math.Max(0, free) / perUnit);
        }

        return demand.Promisable(units);
    }

    // What goes bad is looked at by day; units are then what those who wait have before others.
    private record struct Free(DatedCover? Cover, long Units)
    {
        public readonly long For(int day) => Units + (Cover?.SpareFor(day) ?? 0);

        public void Take(int day, long units)
        {
            if (Cover is null)
            {
                Units -= units;
            }
            else
            {
                Cover.Promise(day, units);
            }
        }
    }
}
