namespace Inventory;

/// <summary>What to do with a quantity that does not land on a step of its unit.</summary>
public enum Rounding
{
    /// <summary>Refuse it and name the two nearest legal quantities.</summary>
    Reject,

    /// <summary>Take the next step above (towards positive infinity).</summary>
    Up,

    /// <summary>Take the next step below (towards negative infinity).</summary>
    Down,

    /// <summary>Take the nearest step, a tie to the even one.</summary>
    HalfEven,

    /// <summary>
    /// Take the step below and hand the remainder, at least zero and less than a step, to the caller.
    /// </summary>
    KeepRemainder,
}
