namespace Inventory.References;

/// <summary>How many rows each code list has; the next one gets the number after.</summary>
/// <param name="Categories">How many categories there are.</param>
/// <param name="Grades">How many grades there are.</param>
/// <param name="Owners">How many owners there are.</param>
/// <param name="Channels">How many channels there are.</param>
/// <param name="VariantTemplates">How many templates of variants there are.</param>
public readonly record struct ReferenceCounts(
    int Categories, int Grades, int Owners, int Channels, int VariantTemplates)
{
    /// <summary>Whether goods can differ in grade or owner at all.</summary>
    public bool DivideStock => Grades + Owners > 0;

    /// <summary>How many rows a list has.</summary>
    /// <param name="kind">The list.</param>
    /// <returns>The number of rows.</returns>
    public int Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Category => Categories,
        ReferenceKind.Grade => Grades,
        ReferenceKind.Owner => Owners,
        ReferenceKind.Channel => Channels,
        _ => VariantTemplates,
    };

    /// <summary>The counts after a list has grown up to a number.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="number">The number of a row in it, new or not.</param>
    /// <returns>The counts.</returns>
    public ReferenceCounts Including(ReferenceKind kind, int number) => kind switch
    {
        ReferenceKind.Category => this with { Categories = Math.Max(Categories, number) },
        ReferenceKind.Grade => this with { Grades = Math.Max(Grades, number) },
        ReferenceKind.Owner => this with { Owners = Math.Max(Owners, number) },
        ReferenceKind.Channel => this with { Channels = Math.Max(Channels, number) },
        _ => this with { VariantTemplates = Math.Max(VariantTemplates, number) },
    };
}
