namespace Inventory.Locations;

/// <summary>What becomes of goods that a bin has no room for.</summary>
public enum CapacityPolicy
{
    /// <summary>The movement is refused with <c>Conflict.Capacity</c>.</summary>
    Reject,

    /// <summary>The movement takes effect, and its answer names what is too much.</summary>
    Warn,
}
