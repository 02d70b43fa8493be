using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Lots;

namespace Inventory.Picking;

/// <summary>Goods at one spot that may be picked.</summary>
/// <param name="Spot">Where they lie, and of which lot.</param>
/// <param name="Term">The days of the lot; <c>LotTerm.Of(0)</c> of goods without one.</param>
/// <param name="Walk">The place of the spot on the pick walk; <see cref="OffTheWalk"/> for none.</param>
/// <param name="Units">
/// What can still be picked there, in steps of the base unit; nothing is picked where it is not positive.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PickCandidate(Spot Spot, LotTerm Term, int Walk, long Units)
{
    /// <summary>The walk of a spot that no pick walk comes to.</summary>
    public const int OffTheWalk = int.MaxValue;
}
