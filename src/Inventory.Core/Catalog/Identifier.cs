using NodaTime;

namespace Inventory.Catalog;

/// <summary>
/// Another name that resolves to a SKU: a GTIN, a supplier's or customer's code, a barcode or an alias.
/// </summary>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Value">The name, normalised: a GTIN padded to 14 digits, others as codes are.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Unit">The unit or pack the name stands for.</param>
/// <param name="ValidFrom">The first day it resolves.</param>
/// <param name="ValidTo">The last day it resolves; null is open.</param>
public sealed record Identifier(
    IdentifierKind Kind, string Value, int Sku, string Unit, LocalDate ValidFrom, LocalDate? ValidTo)
{
    /// <summary>Whether the name resolves on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True from the first to the last day, both included.</returns>
    public bool IsValidOn(LocalDate day) => day >= ValidFrom && !(day > ValidTo);

    /// <summary>Whether two validities share a day.</summary>
    /// <param name="other">The other identifier.</param>
    /// <returns>True when some day lies in both.</returns>
    public bool Overlaps(Identifier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(other.ValidFrom > ValidTo) && !(ValidFrom > other.ValidTo);
    }

    /// <summary>The hash over the identifier; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[512]);
        writer.Int((int)Kind);
        writer.Text(Value);
        writer.Int(Sku);
        writer.Text(Unit);
        writer.Int(Ledger.Micros.ToNumber(ValidFrom));
        writer.Int(ValidTo is { } to ? Ledger.Micros.ToNumber(to) : 0);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
