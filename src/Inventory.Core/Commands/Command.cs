namespace Inventory.Commands;

/// <summary>One change somebody asks for: it takes effect as a whole, exactly once, or not at all.</summary>
/// <remarks>Immutable. Commands are made by the records that derive from this one; hosts cannot add kinds.</remarks>
public abstract record Command
{
    private protected Command(CommandKey key) => Key = key;

    /// <summary>The caller's name for the command: the same key and payload has one effect, however often it is sent.</summary>
    public CommandKey Key { get; init; }

    /// <summary>Who sent it, from which device and channel.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>The document of the host that the command comes from.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>Writes all that makes the payload, so that a repeated key can be told from a reused one.</summary>
    internal abstract void WritePayload(ref PayloadWriter writer);
}
