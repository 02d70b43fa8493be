namespace Inventory.Lots;

/// <summary>A lot or serial: a number of one SKU, with the days that it came in with.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Number">The lot's number within the SKU, dense from 1; 0 stands for "no lot" everywhere.</param>
/// <param name="Code">The lot or serial number as people write it, unique within the SKU after normalisation.</param>
public sealed record Lot(int Sku, long Number, string Code)
{
    /// <summary>The days it came in with, or that followed from the SKU's shelf life then.</summary>
    public LotTerm Term { get; init; } = LotTerm.Of(0);

    /// <summary>What holds for it as a whole.</summary>
    public LotStatus Status { get; init; }

    /// <summary>What two spellings of one number have in common.</summary>
    public string CodeKey => Commands.Codes.Fold(Code);
}
