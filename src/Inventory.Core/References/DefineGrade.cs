using Inventory.Commands;

namespace Inventory.References;

/// <summary>Adds a grade, or renames it.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c> or <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineGrade : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The grade's code.</param>
    public DefineGrade(CommandKey key, string code)
        : base(key, code)
    {
    }

    internal override ReferenceKind Kind => ReferenceKind.Grade;
}
