using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>One SKU's quantity that is to be promised.</summary>
/// <param name="Sku">The SKU's code; a kit is promised through its components.</param>
/// <param name="Quantity">How much, more than zero.</param>
/// <param name="Pool">The code of the pool or of a place in it.</param>
public sealed record ReservationLine(string Sku, Quantity Quantity, string Pool)
{
    /// <summary>The code of the owner of the goods; null is ourselves.</summary>
    public string? Owner { get; init; }

    /// <summary>The code of the grade; null is goods without one.</summary>
    public string? Grade { get; init; }

    internal void WritePayload(ref PayloadWriter writer)
    {
        writer.Text(Sku);
        writer.Decimal(Quantity.Amount);
        writer.Text(Quantity.Unit);
        writer.Text(Pool);
        writer.Text(Owner);
        writer.Text(Grade);
    }
}
