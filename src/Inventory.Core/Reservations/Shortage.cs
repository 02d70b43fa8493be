namespace Inventory.Reservations;

/// <summary>What to do when less is available than is asked for.</summary>
public enum Shortage
{
    /// <summary>Refuse the whole command.</summary>
    Refuse,

    /// <summary>Promise what is available and drop the rest; refused only when nothing is.</summary>
    TakeAvailable,

    /// <summary>Promise what is available and let the order wait for the rest, in line with those before it.</summary>
    Backorder,
}
