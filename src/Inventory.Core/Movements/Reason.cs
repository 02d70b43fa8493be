namespace Inventory.Movements;

/// <summary>Why stock is corrected: one of a controlled list.</summary>
/// <param name="Number">The reason's number in its ledger, dense from 1; 0 stands for "no reason".</param>
/// <param name="Code">The code as people write it.</param>
/// <param name="Name">The name; may be empty.</param>
/// <param name="Direction">Which corrections it may explain.</param>
/// <param name="Account">A hint at the account to post to; may be empty.</param>
public sealed record Reason(int Number, string Code, string Name, ReasonDirection Direction, string Account)
{
    /// <summary>What two spellings of one code have in common.</summary>
    public string CodeKey => Commands.Codes.Fold(Code);

    /// <summary>The hash over the reason; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[512]);
        writer.Int(Number);
        writer.Text(Code);
        writer.Text(Name);
        writer.Int((int)Direction);
        writer.Text(Account);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
