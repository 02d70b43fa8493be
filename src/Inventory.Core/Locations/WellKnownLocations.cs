namespace Inventory.Locations;

/// <summary>The counterparties every new ledger has, so that a line needs to name only its own side.</summary>
public static class WellKnownLocations
{
    /// <summary>Where receipts come from by default.</summary>
    public const string Supplier = "SUPPLIER";

    /// <summary>Where issues go to, and returns come from, by default.</summary>
    public const string Customer = "CUSTOMER";

    /// <summary>Where goods are consumed and made.</summary>
    public const string Production = "PRODUCTION";

    /// <summary>Where goods are lost to and found from by default.</summary>
    public const string Loss = "LOSS";

    /// <summary>The number of the location <see cref="Loss"/>.</summary>
    public const int LossNumber = 4;

    /// <summary>The five locations of a new ledger, numbered 1 to 5.</summary>
    public static IReadOnlyList<Location> All { get; } =
    [
        new Location { Number = 1, Code = Supplier, Kind = LocationKind.Supplier, Name = "Suppliers" },
        new Location { Number = 2, Code = Customer, Kind = LocationKind.Customer, Name = "Customers" },
        new Location { Number = 3, Code = Production, Kind = LocationKind.Production, Name = "Production" },
        new Location { Number = 4, Code = Loss, Kind = LocationKind.Loss, Name = "Losses and finds" },
        new Location { Number = 5, Code = "TRANSIT", Kind = LocationKind.Transit, Name = "In transit",
            HoldsStock = true, Pool = 5 },
    ];
}
