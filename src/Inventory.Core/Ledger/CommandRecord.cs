using Inventory.Commands;

namespace Inventory.Ledger;

/// <summary>An applied command: its key, the hash of its payload, who sent it, and the answer it got.</summary>
/// <param name="Commit">The commit that applied it.</param>
/// <param name="Ordinal">Its place in that commit, from 0.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Kind">The command's type name, such as <c>PostMovement</c>.</param>
/// <param name="Payload">The hash of the payload.</param>
/// <param name="Recorded">When it was applied, in microseconds since 1970.</param>
/// <param name="Stamp">Who sent it.</param>
/// <param name="Document">The host's document.</param>
/// <param name="Reply">The encoded answer, see <see cref="ReplyCodec"/>.</param>
public sealed record CommandRecord(
    long Commit, int Ordinal, CommandKey Key, string Kind, Digest Payload, long Recorded,
    Stamp? Stamp, SourceDocument? Document, ReadOnlyMemory<byte> Reply)
{
    /// <summary>The hash over all columns of the record; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Digest ComputeCheck()
    {
        var writer = new PayloadWriter(stackalloc byte[512]);
        writer.Long(Commit);
        writer.Int(Ordinal);
        writer.Text(Key.Source);
        writer.Text(Key.Text);
        writer.Text(Kind);
        writer.Hash(Payload);
        writer.Long(Recorded);
        writer.Text(Stamp?.Actor);
        writer.Text(Stamp?.Device);
        writer.Text(Stamp?.Channel);
        writer.Text(Document?.Type);
        writer.Text(Document?.Id);
        writer.Text(Document?.Uri);
        writer.Bytes(Reply.Span);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
