using System.Runtime.InteropServices;
using Inventory.Ledger;

namespace Inventory.Picking;

/// <summary>Units to pick at one spot.</summary>
/// <param name="Spot">Where they lie, and of which lot.</param>
/// <param name="Units">How many, in steps of the base unit; 1 or more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Pick(Spot Spot, long Units);
