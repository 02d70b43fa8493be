namespace Inventory.Reservations;

/// <summary>Goods that a line of a reservation is bound to.</summary>
/// <param name="Line">The line of the command that made the reservation, from 0.</param>
/// <param name="Sku">The SKU's code; of a kit that of the component.</param>
/// <param name="Location">The code of the place where they lie.</param>
/// <param name="Lot">The lot or serial; null where the SKU has none.</param>
/// <param name="Quantity">How much, in the SKU's base unit.</param>
/// <param name="IsPicked">Whether they have been picked for the order.</param>
public sealed record AllocatedGoods(
    int Line, string Sku, string Location, string? Lot, Quantity Quantity, bool IsPicked = false);
