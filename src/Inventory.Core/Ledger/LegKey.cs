using System.Runtime.InteropServices;

namespace Inventory.Ledger;

/// <summary>
/// The name of one leg of a reservation: what one line of the command that made it needs of one SKU in one position.
/// </summary>
/// <param name="Commit">The commit of that command; 0 before the commit that makes it.</param>
/// <param name="Ordinal">That command's place in its commit; -1 is no reservation.</param>
/// <param name="Leg">The leg, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LegKey(long Commit, int Ordinal, int Leg)
{
    /// <summary>No reservation: the name that settled holds have in the stream of promises.</summary>
    public static LegKey None { get; } = new(0, -1, 0);

    /// <summary>Whether it names a leg.</summary>
    public bool IsReservation => Ordinal >= 0;
}
