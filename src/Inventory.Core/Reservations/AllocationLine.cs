using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Goods that a reservation is to be bound to.</summary>
/// <param name="Sku">The SKU's code; of a kit that of a component.</param>
/// <param name="Quantity">How much, more than zero.</param>
/// <param name="Location">The code of the place where the goods lie, in the pool they were promised from.</param>
public sealed record AllocationLine(string Sku, Quantity Quantity, string Location)
{
    /// <summary>The lot or serial; required where the SKU is tracked.</summary>
    public string? Lot { get; init; }

    internal void WritePayload(ref PayloadWriter writer)
    {
        writer.Text(Sku);
        writer.Decimal(Quantity.Amount);
        writer.Text(Quantity.Unit);
        writer.Text(Location);
        writer.Text(Lot);
    }
}
