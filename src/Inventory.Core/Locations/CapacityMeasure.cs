namespace Inventory.Locations;

/// <summary>What the room of a bin is measured in.</summary>
public enum CapacityMeasure
{
    /// <summary>Base units of all SKUs; what of a SKU is less than one counts as one.</summary>
    Units,

    /// <summary>Grams, by the weight of a SKU's base unit, rounded up.</summary>
    Grams,

    /// <summary>Millilitres, by the volume of a SKU's base unit, rounded up.</summary>
    Millilitres,

    /// <summary>
    /// Pallets: as many as each SKU needs for itself, by the content of its pallet of the latest version.
    /// </summary>
    Pallets,

    /// <summary>Distinct SKUs.</summary>
    Skus,
}
