using Inventory.Commands;

namespace Inventory.Locations;

/// <summary>Says how much a bin may hold, or takes that back.</summary>
/// <remarks>
/// What lies there stays, even if it is too much: only what would come in is refused. Refused with
/// <c>NotFound.Location</c>, <c>Invalid.Location</c> for what is no bin that holds stock, or <c>Invalid.Field</c>.
/// </remarks>
public sealed record SetCapacity : ChangeLocationDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The bin's code.</param>
    /// <param name="capacity">How much it may hold; null is without a limit.</param>
    public SetCapacity(CommandKey key, string location, BinCapacity? capacity)
        : base(key, location) => Capacity = capacity;

    /// <summary>How much it may hold; null is without a limit.</summary>
    public BinCapacity? Capacity { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(65);
        writer.Text(Location);
        writer.Flag(Capacity is not null);
        writer.OptionalLong(Capacity?.Units);
        writer.OptionalLong(Capacity?.Grams);
        writer.OptionalLong(Capacity?.Millilitres);
        writer.OptionalLong(Capacity?.Pallets);
        writer.OptionalLong(Capacity?.Skus);
        writer.Int((int)(Capacity?.Policy ?? CapacityPolicy.Reject));
    }
}
