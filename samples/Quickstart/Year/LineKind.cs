namespace Inventory.Samples.Quickstart.Year;

/// <summary>What a line of the file means for stock.</summary>
internal enum LineKind
{
    /// <summary>Postage, bank charges, vouchers: no stock behind it.</summary>
    NonStock,

    /// <summary>A stock line without a price: written off, found, given away. Counted, and left out.</summary>
    Adjustment,

    Sale,

    Return,
}
