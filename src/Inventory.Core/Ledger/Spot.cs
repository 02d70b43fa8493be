using System.Runtime.InteropServices;
using Inventory.Movements;

namespace Inventory.Ledger;

/// <summary>
/// One side of an entry: place, lot, status, owner and grade. Absent lot, owner and grade are 0, never null.
/// </summary>
/// <param name="Place">The location's number.</param>
/// <param name="Lot">The lot's number within the SKU; 0 is none.</param>
/// <param name="Status">The state of the units there.</param>
/// <param name="Owner">The owner's number; 0 is ourselves.</param>
/// <param name="Grade">The grade's number; 0 is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(int Place, long Lot, StockStatus Status, int Owner = 0, int Grade = 0)
{
    /// <summary>The same for all lots together.</summary>
    /// <returns>The spot with no lot.</returns>
    public Spot WithoutLot() => Lot == 0 ? this : this with { Lot = 0 };

    /// <summary>The position that units here are promised from.</summary>
    /// <param name="pool">The pool of the place.</param>
    /// <returns>The position's key.</returns>
    public PositionKey In(int pool) => new(pool, Owner, Grade);
}
