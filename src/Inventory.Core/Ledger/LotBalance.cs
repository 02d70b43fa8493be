using Inventory.Lots;

namespace Inventory.Ledger;

/// <summary>A lot or serial with what is on hand of it over all own places.</summary>
/// <param name="Lot">Its identity, its days and its status.</param>
/// <param name="OnHand">Units on hand, in steps of the base unit.</param>
/// <param name="LastSequence">The sequence of the last entry that moved it.</param>
public sealed record LotBalance(Lot Lot, long OnHand, long LastSequence)
{
    /// <summary>The hash over identity, days and status; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[256]);
        writer.Int(Lot.Sku);
        writer.Long(Lot.Number);
        writer.Text(Lot.Code);
        writer.Int(Lot.Term.Received);
        writer.Int(Lot.Term.Produced);
        writer.Int(Lot.Term.BestBefore);
        writer.Int(Lot.Term.UseBy);
        writer.Int(Lot.Term.Removal);
        writer.Int(Lot.Term.Alert);
        writer.Int((int)Lot.Status);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
