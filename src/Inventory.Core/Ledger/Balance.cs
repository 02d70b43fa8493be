namespace Inventory.Ledger;

/// <summary>What lies at one spot: a place, lot and status of one SKU.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Spot">The place, lot, status, owner and grade.</param>
/// <param name="Quantity">Units, in steps of the base unit.</param>
/// <param name="CountedAt">The effective instant of the last count there; 0 when never counted.</param>
/// <param name="Allocated">Units of them that orders are bound to.</param>
public readonly record struct Balance(int Sku, Spot Spot, long Quantity, long CountedAt, long Allocated = 0)
{
    /// <summary>Units that no order is bound to.</summary>
    public long Unbound => Quantity - Allocated;
}
