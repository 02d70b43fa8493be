namespace Inventory.Packs;

/// <summary>How far out a pack is; a pack contains single units or packs of a lower level only.</summary>
public enum PackLevel
{
    /// <summary>Some units held together.</summary>
    Inner,

    /// <summary>A case.</summary>
    Case,

    /// <summary>A layer of cases.</summary>
    Layer,

    /// <summary>A pallet.</summary>
    Pallet,
}
