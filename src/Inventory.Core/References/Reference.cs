using System.Text.Json;
using Inventory.Commands;
using Inventory.Policies;

namespace Inventory.References;

/// <summary>One row of a code list: a number that entries can carry, a code that people use.</summary>
/// <remarks>Immutable. The kinds are those of <see cref="ReferenceKind"/>; hosts cannot add any.</remarks>
public abstract record Reference
{
    private protected Reference()
    {
    }

    /// <summary>The list it belongs to.</summary>
    public abstract ReferenceKind Kind { get; }

    /// <summary>
    /// Its immutable number, dense from 1 in its list; 0 stands for none: ungraded, our own, no channel, no category.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>The code as people write it.</summary>
    public required string Code { get; init; }

    /// <summary>The name; may be empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The number of the one above it in its list; 0 at the top and in lists that are no tree.</summary>
    public int Parent { get; init; }

    /// <summary>What two spellings of one code have in common.</summary>
    public string CodeKey => Codes.Fold(Code);

    /// <summary>What else is known of it, as one canonical JSON object; empty when nothing is.</summary>
    public string Details => DetailsText.Write(this, static (json, row) => row.WriteDetails(json));

    /// <summary>Makes a row from what a store keeps of it.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="number">The number.</param>
    /// <param name="code">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="parent">The number of the one above it; 0 for none.</param>
    /// <param name="details">Its <see cref="Details"/>.</param>
    /// <returns>The row, of the type of its list.</returns>
    /// <exception cref="FormatException">The details are not what this library writes.</exception>
    public static Reference Restore(
        ReferenceKind kind, int number, string code, string name, int parent, string details)
    {
        ArgumentNullException.ThrowIfNull(details);
        using var json = DetailsText.Parse(details);
        var root = json.RootElement;
        Reference row = kind switch
        {
            ReferenceKind.Category => new Category
            {
                Number = number,
                Code = code,
                Thresholds = ThresholdRule.ReadAll(root),
                Selling = SellingRule.Read(root),
            },
            ReferenceKind.Grade => new Grade { Number = number, Code = code },
            ReferenceKind.Owner => new Owner
            {
                Number = number,
                Code = code,
                Terms = (OwnerTerms)DetailsText.Small(root, "terms"),
            },
            ReferenceKind.Channel => new Channel
            {
                Number = number,
                Code = code,
                Selling = SellingRule.Read(root),
            },
            ReferenceKind.VariantTemplate => new VariantTemplate
            {
                Number = number,
                Code = code,
                Axes = VariantAxis.ReadAll(root),
            },
            _ => throw new FormatException($"There is no code list {kind}."),
        };
        row = row with { Name = name, Parent = parent };
        DetailsText.CheckCanonical(details, row.Details);
        return row;
    }

    /// <summary>The hash over the row; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Digest ComputeCheck()
    {
        var writer = new PayloadWriter(stackalloc byte[512]);
        writer.Int((int)Kind);
        writer.Int(Number);
        writer.Text(Code);
        writer.Text(Name);
        writer.Int(Parent);
        writer.Text(Details);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }

    private protected virtual void WriteDetails(Utf8JsonWriter json)
    {
    }
}
