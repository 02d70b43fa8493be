using Inventory.Ledger;

namespace Inventory.Storage;

/// <summary>Reads what time has done to positions.</summary>
internal static class HoldsReading
{
    /// <summary>The ends of holds by position; one that holds nothing is not asked about and left out.</summary>
    public static async ValueTask<Dictionary<(int Sku, PositionKey Key), HoldsDue>> ReadAsync(
        IStoreReader reader, IEnumerable<Position> positions, long now)
    {
        var held = positions.Where(position => position.Held > 0)
            .Select(position => (position.Sku, position.Key)).ToList();
        var due = await reader.GetHoldsDueAsync(held, now).ConfigureAwait(false);
        return held.Zip(due).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
