using Inventory.Commands;

namespace Inventory.References;

/// <summary>Adds an owner, or renames it.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c> or <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineOwner : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The owner's code.</param>
    public DefineOwner(CommandKey key, string code)
        : base(key, code)
    {
    }

    internal override ReferenceKind Kind => ReferenceKind.Owner;
}
