using Inventory.Commands;

namespace Inventory.Ledger;

/// <summary>One commit: the facts that became durable together.</summary>
/// <param name="Number">Its number in the ledger, dense from 1.</param>
/// <param name="Recorded">When it was recorded; never decreases.</param>
/// <param name="Commands">How many commands it applied.</param>
/// <param name="Entries">How many entries it appended.</param>
/// <param name="Promises">How many promise entries it appended.</param>
public sealed record CommitRecord(long Number, long Recorded, int Commands, int Entries, int Promises)
{
    /// <summary>The hash over all columns; stored beside them so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Digest ComputeCheck()
    {
        var writer = new PayloadWriter(stackalloc byte[64]);
        writer.Long(Number);
        writer.Long(Recorded);
        writer.Int(Commands);
        writer.Int(Entries);
        writer.Int(Promises);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
