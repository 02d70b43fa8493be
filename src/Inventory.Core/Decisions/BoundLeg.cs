using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>One who is bound to goods.</summary>
/// <param name="Reservation">The key of the command that made the reservation.</param>
/// <param name="Leg">The leg as it stands.</param>
/// <param name="Goods">What it is bound to.</param>
public sealed record BoundLeg(CommandKey Reservation, ReservationLeg Leg, Allocation Goods);
