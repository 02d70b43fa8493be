namespace Inventory.References;

/// <summary>The code lists of a ledger. Codes are unique within their list.</summary>
public enum ReferenceKind
{
    /// <summary>Groups of SKUs, in a tree.</summary>
    Category,

    /// <summary>Conditions that goods can be in, such as new, open box or refurbished.</summary>
    Grade,

    /// <summary>Whose goods they are, where they are not our own.</summary>
    Owner,

    /// <summary>Ways to sell, such as a web shop, a marketplace or a till.</summary>
    Channel,

    /// <summary>Templates of variants: the axes that SKUs of one product differ in.</summary>
    VariantTemplate,
}
