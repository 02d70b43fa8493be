using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Timeline;

/// <summary>Folds the entries of one block, in effective order, into its balances.</summary>
/// <remarks>Not safe for use from several threads.</remarks>
public sealed class BlockFold
{
    private readonly Dictionary<Spot, (long Net, long Low)> _spots = [];
    private readonly Func<int, Location> _location;

    /// <summary>Creates an empty fold.</summary>
    /// <param name="location">Finds a location by its number.</param>
    public BlockFold(Func<int, Location> location) => _location = location;

    /// <summary>The spots that the entries so far touch, without their lots.</summary>
    public IReadOnlyCollection<Spot> Touched => _spots.Keys;

    /// <summary>Adds the next entry.</summary>
    /// <param name="entry">The entry, not before the one added last.</param>
    public void Add(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Move(entry.From, -entry.Quantity);
        Move(entry.To, entry.Quantity);
    }

    /// <summary>The block's balances, given what was there before it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">Units before the block at each touched spot; absent is zero.</param>
    /// <returns>One balance for each spot touched.</returns>
    public IEnumerable<BlockBalance> Balances(Block block, IReadOnlyDictionary<Spot, long> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        foreach (var (spot, (net, low)) in _spots)
        {
            var start = before.GetValueOrDefault(spot);
            yield return new BlockBalance(block.Sku, spot, block.Start, start, net, start + low);
        }
    }

    /// <summary>Forgets all entries.</summary>
    public void Clear() => _spots.Clear();

    private void Move(Spot spot, long change)
    {
        if (!_location(spot.Place).IsOwn)
        {
            return;
        }

        var key = spot.WithoutLot();
        _spots[key] = _spots.TryGetValue(key, out var so)
            ? (so.Net + change, Math.Min(so.Low, so.Net + change))
            : (change, change);
    }
}
