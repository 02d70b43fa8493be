namespace Inventory.Valuation;

/// <summary>
/// A book: one way to value the ledger, in the ledger's currency and cost scale, over all own places together.
/// </summary>
/// <param name="Number">The book's number in its ledger, dense from 1.</param>
/// <param name="Name">The book's name, such as <c>statutory</c>.</param>
/// <param name="Method">How it costs what goes out.</param>
/// <param name="IsInline">Whether replies carry this book's cost; at most one book of a ledger.</param>
public sealed record BookDefinition(int Number, string Name, CostMethod Method, bool IsInline)
{
    /// <summary>The hash over the definition; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[512]);
        writer.Int(Number);
        writer.Text(Name);
        writer.Int((int)Method);
        writer.Flag(IsInline);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
