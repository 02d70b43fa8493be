using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>The first legs of reservations in some order, and how far that window reaches.</summary>
/// <param name="Legs">The legs with the keys of the commands that made them.</param>
/// <param name="Quantity">What was asked for: their quantities reach it, or they are all there are.</param>
public sealed record PromiseWindow(IReadOnlyList<(CommandKey Reservation, ReservationLeg Leg)> Legs, long Quantity)
{
    /// <summary>The goods that those of the legs are bound to that are.</summary>
    public IReadOnlyList<Allocation> Allocations { get; init; } = [];

    /// <summary>The most legs that one decision reads.</summary>
    public const int LegsMax = 256;

    internal bool Covers(long quantity) => quantity <= Quantity || Legs.Count >= LegsMax;
}
