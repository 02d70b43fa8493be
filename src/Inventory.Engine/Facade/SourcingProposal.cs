using Inventory.Reservations;

namespace Inventory;

/// <summary>Which sites an order is to be shipped from. Nothing is promised or bound by it.</summary>
/// <param name="Lines">
/// What to reserve where, by site in the order of the policy: each SKU and pool once, in the SKU's base unit.
/// </param>
/// <param name="Parcels">How many sites ship something.</param>
/// <param name="Missing">What no site has; empty when the order is shipped wholly.</param>
public sealed record SourcingProposal(
    IReadOnlyList<ReservationLine> Lines, int Parcels, IReadOnlyList<SourcingLine> Missing);
