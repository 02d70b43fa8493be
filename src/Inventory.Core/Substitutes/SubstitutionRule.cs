namespace Inventory.Substitutes;

/// <summary>When a substitute takes the place of the SKU that was asked for.</summary>
public enum SubstitutionRule
{
    /// <summary>When the customer has said yes.</summary>
    Ask,

    /// <summary>Always: the SKU is superseded.</summary>
    Auto,

    /// <summary>When there is too little of the SKU itself.</summary>
    WhenShort,
}
