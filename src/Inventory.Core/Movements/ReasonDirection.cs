namespace Inventory.Movements;

/// <summary>Which corrections a reason may explain.</summary>
public enum ReasonDirection
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>Only finds, which bring stock in.</summary>
    In,

    /// <summary>Only losses, which take stock out.</summary>
    Out,
}
