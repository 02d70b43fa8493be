using Inventory.Commands;
using NodaTime;

namespace Inventory.Catalog;

/// <summary>Gives a SKU another name that resolves to it.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.CheckDigit</c>, <c>Invalid.Conversion</c> (a unit the SKU does not
/// know), <c>Invalid.Field</c> (the period ends before it starts), <c>NotFound.Sku</c> or
/// <c>Conflict.AmbiguousIdentifier</c>.
/// </remarks>
public sealed record AddIdentifier : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="kind">What kind of name it is.</param>
    /// <param name="value">The name.</param>
    public AddIdentifier(CommandKey key, string sku, IdentifierKind kind, string value)
        : base(key)
    {
        Sku = sku;
        Kind = kind;
        Value = value;
    }

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }

    /// <summary>What kind of name it is.</summary>
    public IdentifierKind Kind { get; init; }

    /// <summary>The name.</summary>
    public string Value { get; init; }

    /// <summary>The unit or pack it stands for; null is the base unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The first day it resolves; null is since ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day it resolves; null is open.</summary>
    public LocalDate? ValidTo { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(3);
        writer.Text(Sku);
        writer.Int((int)Kind);
        writer.Text(Value);
        writer.Text(Unit);
        writer.Text(ValidFrom?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        writer.Text(ValidTo?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
