namespace Inventory.Movements;

/// <summary>What happens to a late fact that is effective before a count of the same stock.</summary>
public enum CountedPolicy
{
    /// <summary>Refuse it: <c>Conflict.Counted</c>.</summary>
    Refuse,

    /// <summary>Post it, and post its opposite at the instant of the count, so that the counted stock stands.</summary>
    Compensate,
}
