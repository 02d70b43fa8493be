using Inventory.Commands;

namespace Inventory.References;

/// <summary>Adds a row to a code list, or replaces the one of its code.</summary>
public abstract record DefineReference : Command
{
    private protected DefineReference(CommandKey key, string code)
        : base(key) => Code = code;

    /// <summary>The code.</summary>
    public string Code { get; init; }

    /// <summary>The name; at most 400 characters.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>
    /// Whether a row that has the code already is replaced, all but its code and number; without, it is refused with
    /// <c>Conflict.DuplicateCode</c>.
    /// </summary>
    public bool Replaces { get; init; }

    internal abstract ReferenceKind Kind { get; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(40);
        writer.Byte((byte)Kind);
        writer.Text(Code);
        writer.Text(Name);
        writer.Flag(Replaces);
    }
}
