using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Promises available units of one pool: they stay on hand but nobody else can be promised them.</summary>
/// <remarks>
/// Named afterwards by this command's key. Refused with <c>Conflict.Insufficient</c> when fewer units are available.
/// Holds until it is released; expiry and fulfilment are not offered yet.
/// </remarks>
public sealed record ReserveStock : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key, which names the reservation.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="quantity">How much, more than zero.</param>
    public ReserveStock(CommandKey key, string sku, string pool, Quantity quantity)
        : base(key)
    {
        Sku = sku;
        Pool = pool;
        Quantity = quantity;
    }

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }

    /// <summary>The code of the pool or of a place in it.</summary>
    public string Pool { get; init; }

    /// <summary>How much, more than zero.</summary>
    public Quantity Quantity { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(9);
        writer.Text(Sku);
        writer.Text(Pool);
        writer.Decimal(Quantity.Amount);
        writer.Text(Quantity.Unit);
    }
}
