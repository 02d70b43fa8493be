using Inventory.Commands;

namespace Inventory.Ledger;

/// <summary>A command that a host has left to be applied later, as it is stored.</summary>
/// <param name="Number">Its place in the order of arrival, never given twice; 0 before it is stored.</param>
/// <param name="Key">The command's key.</param>
/// <param name="Kind">The command's type name, such as <c>ReleaseReservation</c>.</param>
/// <param name="Body">The command, see <see cref="CommandCodec"/>.</param>
/// <param name="Enqueued">When it was left, in microseconds since 1970.</param>
/// <param name="Tried">When it was last refused, in microseconds since 1970; 0 while it waits.</param>
/// <param name="Refusal">Why it was refused, as JSON; null while it waits.</param>
public sealed record InboxRow(
    long Number, CommandKey Key, string Kind, string Body, long Enqueued, long Tried = 0, string? Refusal = null)
{
    /// <summary>The hash over all columns of the row; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Digest ComputeCheck()
    {
        var writer = new PayloadWriter(stackalloc byte[512]);
        writer.Long(Number);
        writer.Text(Key.Source);
        writer.Text(Key.Text);
        writer.Text(Kind);
        writer.Text(Body);
        writer.Long(Enqueued);
        writer.Long(Tried);
        writer.Text(Refusal);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
