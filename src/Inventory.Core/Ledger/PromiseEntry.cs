namespace Inventory.Ledger;

/// <summary>One immutable fact of the second stream: a reservation took a step on a position.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">Dense per SKU in this stream, from 1; given inside the commit, 0 before.</param>
/// <param name="Pool">The pool's number.</param>
/// <param name="Step">What the reservation did.</param>
/// <param name="Held">Change of the units held, in steps of the base unit.</param>
/// <param name="Committed">Change of the units committed, in steps of the base unit.</param>
/// <param name="Recorded">When the store learned it, in microseconds since 1970.</param>
/// <param name="ReservationCommit">
/// The commit of the command that made the reservation; 0 before the commit that does.
/// </param>
/// <param name="ReservationOrdinal">That command's place in its commit.</param>
/// <param name="Commit">The commit that wrote this fact; 0 before.</param>
/// <param name="Ordinal">The command's place in that commit.</param>
/// <param name="Check">The hash of the fact's canonical bytes; <c>default</c> before the commit.</param>
public sealed record PromiseEntry(
    int Sku, long Sequence, int Pool, PromiseStep Step, long Held, long Committed, long Recorded,
    long ReservationCommit, int ReservationOrdinal, long Commit, int Ordinal, Commands.Digest Check)
{
    /// <summary>The hash that <see cref="Check"/> must have.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[128]);
        writer.Int(Sku);
        writer.Long(Sequence);
        writer.Int(Pool);
        writer.Int((int)Step);
        writer.Long(Held);
        writer.Long(Committed);
        writer.Long(Recorded);
        writer.Long(ReservationCommit);
        writer.Int(ReservationOrdinal);
        writer.Long(Commit);
        writer.Int(Ordinal);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
