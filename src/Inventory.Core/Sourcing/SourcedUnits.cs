using System.Runtime.InteropServices;

namespace Inventory.Sourcing;

/// <summary>Units of a line that a site ships.</summary>
/// <param name="Site">The index of the site.</param>
/// <param name="Line">The index of the line.</param>
/// <param name="Units">How many; 1 or more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourcedUnits(int Site, int Line, long Units);
