using Inventory.Commands;

namespace Inventory.Movements;

/// <summary>
/// Adds a reason to the controlled list. Refused with <c>Invalid.Code</c> or <c>Conflict.DuplicateCode</c>.
/// </summary>
public sealed record DefineReason : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The reason's code.</param>
    /// <param name="direction">Which corrections it may explain.</param>
    public DefineReason(CommandKey key, string code, ReasonDirection direction = ReasonDirection.Both)
        : base(key)
    {
        Code = code;
        Direction = direction;
    }

    /// <summary>The reason's code.</summary>
    public string Code { get; init; }

    /// <summary>Which corrections it may explain.</summary>
    public ReasonDirection Direction { get; init; }

    /// <summary>The name; at most 400 characters.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>A hint at the account to post to; at most 400 characters.</summary>
    public string Account { get; init; } = string.Empty;

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(8);
        writer.Text(Code);
        writer.Int((int)Direction);
        writer.Text(Name);
        writer.Text(Account);
    }
}
