using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Adds a SKU to the catalogue.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c>, <c>Invalid.Conversion</c> or
/// <c>Conflict.DuplicateCode</c>. The base unit cannot change afterwards.
/// </remarks>
public sealed record DefineSku : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The SKU's code.</param>
    public DefineSku(CommandKey key, string code)
        : base(key) => Code = code;

    /// <summary>The SKU's code.</summary>
    public string Code { get; init; }

    /// <summary>The name; at most 400 characters.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is to the business; finished goods by default.</summary>
    public SkuType Type { get; init; }

    /// <summary>Where it stands in its life; active by default.</summary>
    public Lifecycle Lifecycle { get; init; }

    /// <summary>What its units are told apart by; nothing by default.</summary>
    public Tracking Tracking { get; init; }

    /// <summary>The unit the ledger counts in; single pieces by default.</summary>
    public UnitOfMeasure BaseUnit { get; init; } = UnitOfMeasure.Each;

    /// <summary>Exact factors of other units, such as a case of 12.</summary>
    public IReadOnlyList<UnitConversion> Conversions { get; init; } = [];

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(1);
        writer.Text(Code);
        writer.Text(Name);
        writer.Int((int)Type);
        writer.Int((int)Lifecycle);
        writer.Int((int)Tracking);
        SkuBytes.Write(ref writer, BaseUnit, Conversions);
    }
}
