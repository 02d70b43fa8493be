using Inventory.Commands;

namespace Inventory.Ledger;

/// <summary>The hash chain that makes an edited, deleted, inserted or swapped entry show.</summary>
/// <remarks>
/// h(n) = the first 128 bits of SHA-256 over h(n-1) and the canonical bytes of entry n; h(0) is zero. The commit
/// number and ordinal are not part of it: they are given when the transaction is written and are covered by the
/// commit's own check.
/// </remarks>
public static class EntryChain
{
    /// <summary>The chain value that an entry must have after another.</summary>
    /// <param name="previous">The chain of the entry before it; <c>default</c> for the first.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>The hash.</returns>
    public static Digest Next(Digest previous, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var writer = new PayloadWriter(stackalloc byte[256]);
        writer.Hash(previous);
        writer.Int(entry.Sku);
        writer.Long(entry.Sequence);
        writer.Long(entry.Quantity);
        Write(ref writer, entry.From);
        Write(ref writer, entry.To);
        writer.Int((int)entry.Kind);
        writer.Long(entry.Recorded);
        writer.Long(entry.Effective);
        writer.Long(entry.Occurred);
        writer.Int(entry.BusinessDate);
        writer.OptionalLong(entry.Cost);
        writer.Int(entry.Reason);
        writer.OptionalLong(entry.Counted);
        writer.Long(entry.Reverses);
        writer.Long(entry.ReversesEffective);
        writer.Flag(entry.IsLate);
        writer.Int(entry.Line);
        writer.Int(entry.DocumentLine);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }

    private static void Write(ref PayloadWriter writer, Spot spot)
    {
        writer.Int(spot.Place);
        writer.Long(spot.Lot);
        writer.Int((int)spot.Status);
        writer.Int(spot.Owner);
        writer.Int(spot.Grade);
    }
}
