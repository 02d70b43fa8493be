using NodaTime;

namespace Inventory.Testing.Promises;

/// <summary>
/// Which goods had gone bad when a command came: they cover no promise, so to take them away takes nothing from one.
/// </summary>
internal sealed class LotExpiry
{
    private readonly Dictionary<(string Sku, string Lot), LocalDate> _removals = [];
    private readonly Dictionary<string, DateTimeZone> _zones = new(StringComparer.Ordinal);

    /// <summary>What is known of no lot: nothing goes bad.</summary>
    public static LotExpiry None { get; } = new();

    public static async Task<LotExpiry> ReadAsync(
        IInventory inventory, IEnumerable<Change> changes, CancellationToken cancellationToken)
    {
        var expiry = new LotExpiry();
        await foreach (var place in inventory.ReadLocationsAsync(cancellationToken).ConfigureAwait(false))
        {
            expiry._zones[place.Code] = DateTimeZoneProviders.Tzdb[place.TimeZone];
        }

        var lots = changes.SelectMany(change => change.Movements).Where(movement => movement.Lot is not null)
            .Select(movement => (movement.Sku, Lot: movement.Lot!)).Distinct();
        foreach (var lot in lots)
        {
            var found = await inventory.FindLotAsync(lot.Sku, lot.Lot, cancellationToken).ConfigureAwait(false);
            if (found?.Dates.Removal is { } removal)
            {
                expiry._removals[lot] = removal;
            }
        }

        return expiry;
    }

    /// <summary>Whether what leaves a pool was expired there at an instant.</summary>
    public bool IsExpired(Movement movement, Instant at) =>
        movement is { Lot: { } lot, FromPool: { } pool } && _removals.TryGetValue((movement.Sku, lot), out var removal)
        && removal <= at.InZone(_zones[pool]).Date;
}
