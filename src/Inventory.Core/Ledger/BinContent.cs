using System.Runtime.InteropServices;

namespace Inventory.Ledger;

/// <summary>What lies of one SKU in a bin: of all lots, statuses, owners and grades together.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Place">The bin's number.</param>
/// <param name="Quantity">Units, in steps of the base unit; not zero, negative where the bin allows it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BinContent(int Sku, int Place, long Quantity);
