using Inventory.Commands;
using Inventory.Reservations;

namespace Inventory;

/// <summary>A reservation as it stands.</summary>
/// <param name="Key">The key of the command that made it.</param>
/// <param name="Holder">Whose it is; null is nobody's.</param>
/// <param name="Goods">What it promised, by line; a kit by its components.</param>
public sealed record Reservation(CommandKey Key, string? Holder, IReadOnlyList<ReservedGoods> Goods)
{
    /// <summary>The goods that it is bound to, by line, place and lot.</summary>
    public IReadOnlyList<AllocatedGoods> Allocated { get; init; } = [];
}
