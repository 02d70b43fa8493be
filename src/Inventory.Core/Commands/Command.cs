namespace Inventory.Commands;

/// <summary>One change somebody asks for: it takes effect as a whole, exactly once, or not at all.</summary>
/// <remarks>Immutable. Commands are made by the records that derive from this one; hosts cannot add kinds.</remarks>
public abstract record Command
{
    private protected Command(CommandKey key) => Key = key;

    /// <summary>
    /// The caller's name for the command: the same key and payload has one effect, however often it is sent.
    /// </summary>
    public CommandKey Key { get; init; }

    /// <summary>Who sent it, from which device and channel.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>The document of the host that the command comes from.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>The hash of everything that makes the command but its key: kind, fields, stamp and document.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes; equal payloads have equal hashes.</returns>
    public Digest ComputePayload()
    {
        var writer = new PayloadWriter(stackalloc byte[512]);
        WritePayload(ref writer);
        writer.Text(Stamp?.Actor);
        writer.Text(Stamp?.Device);
        writer.Text(Stamp?.Channel);
        writer.Text(Document?.Type);
        writer.Text(Document?.Id);
        writer.Text(Document?.Uri);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }

    /// <summary>Writes all that makes the payload, so that a repeated key can be told from a reused one.</summary>
    internal abstract void WritePayload(ref PayloadWriter writer);
}
