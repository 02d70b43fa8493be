using Inventory.Commands;
using NodaTime;

namespace Inventory.Movements;

/// <summary>Asserts what was seen at a place; the ledger stores the sight beside the difference it makes.</summary>
/// <remarks>
/// The difference to the book at the count's effective time becomes a movement from or to the loss location. A count
/// that finds the book right moves nothing, and is kept as a sight all the same. A count states a plain truth:
/// promises do not stop it.
/// </remarks>
public sealed record CountStock : Command
{
    /// <summary>Creates a count.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="location">The place's code.</param>
    /// <param name="seen">What was seen, zero or more.</param>
    public CountStock(CommandKey key, string sku, string location, Quantity seen)
        : base(key)
    {
        Sku = sku;
        Location = location;
        Seen = seen;
    }

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }

    /// <summary>The place's code.</summary>
    public string Location { get; init; }

    /// <summary>What was seen, zero or more.</summary>
    public Quantity Seen { get; init; }

    /// <summary>The lot or serial; required exactly where the SKU is tracked.</summary>
    public string? Lot { get; init; }

    /// <summary>The status of the units counted.</summary>
    public StockStatus Status { get; init; }

    /// <summary>The code of the grade of the units counted; null is none.</summary>
    public string? Grade { get; init; }

    /// <summary>The code of the owner of the units counted; null is ourselves.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was seen; null is now. Must not lie before the SKU's last movement.</summary>
    public Instant? Effective { get; init; }

    /// <summary>What units found beyond the book cost; not stated takes each book's own running cost.</summary>
    public Cost Cost { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(6);
        writer.Text(Sku);
        writer.Text(Location);
        writer.Decimal(Seen.Amount);
        writer.Text(Seen.Unit);
        writer.Text(Lot);
        writer.Int((int)Status);
        writer.OptionalLong(Effective?.ToUnixTimeTicks());
        writer.Flag(Cost.IsStated);
        writer.Flag(Cost.IsPerUnit);
        writer.Decimal(Cost.Amount);
        writer.Text(Grade);
        writer.Text(Owner);
    }
}
