namespace Inventory.Picking;

/// <summary>Which goods are picked first.</summary>
/// <remarks>What is the same by a strategy is picked in the order of <see cref="Fifo"/>.</remarks>
public enum PickStrategy
{
    /// <summary>What came in first, by the day of its lot's receipt, then by lot.</summary>
    Fifo,

    /// <summary>What came in last.</summary>
    Lifo,

    /// <summary>What must leave the shelf first; what never must comes last.</summary>
    Fefo,

    /// <summary>What the pick walk comes to first; places it does not come to are last.</summary>
    Nearest,

    /// <summary>The largest heaps, so that as few as possible are picked from.</summary>
    FewestSplits,
}
