using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>What becomes of one leg of a reservation.</summary>
/// <param name="Before">As it was when the change was decided, which it must still be; null when it is new.</param>
/// <param name="After">As it is afterwards.</param>
public readonly record struct LegChange(ReservationLeg? Before, ReservationLeg After);
