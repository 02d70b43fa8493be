namespace Inventory.Locations;

/// <summary>
/// What a location is. The first six make the tree of own places; the others are the other side of movements.
/// </summary>
public enum LocationKind
{
    /// <summary>A company; structural.</summary>
    Company,

    /// <summary>A site, such as a warehouse or a shop.</summary>
    Site,

    /// <summary>A zone of a site.</summary>
    Zone,

    /// <summary>An aisle of a zone.</summary>
    Aisle,

    /// <summary>A rack of an aisle.</summary>
    Rack,

    /// <summary>A bin.</summary>
    Bin,

    /// <summary>Where goods come from.</summary>
    Supplier,

    /// <summary>Where goods go to.</summary>
    Customer,

    /// <summary>Where goods are consumed and made.</summary>
    Production,

    /// <summary>Where goods are lost to and found from.</summary>
    Loss,

    /// <summary>Goods of our own on their way.</summary>
    Transit,
}
