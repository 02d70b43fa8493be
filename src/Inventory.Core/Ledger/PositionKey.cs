using System.Runtime.InteropServices;

namespace Inventory.Ledger;

/// <summary>What units of one SKU must have in common to stand in for one another when they are promised.</summary>
/// <param name="Pool">The pool's number.</param>
/// <param name="Owner">The owner's number; 0 is ourselves.</param>
/// <param name="Grade">The grade's number; 0 is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PositionKey(int Pool, int Owner = 0, int Grade = 0) : IComparable<PositionKey>
{
    /// <inheritdoc/>
    public int CompareTo(PositionKey other) =>
        (Pool, Owner, Grade).CompareTo((other.Pool, other.Owner, other.Grade));

    /// <summary>Whether one key sorts before another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <(PositionKey left, PositionKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key sorts after another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >(PositionKey left, PositionKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key sorts before another or is the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <=(PositionKey left, PositionKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key sorts after another or is the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >=(PositionKey left, PositionKey right) => left.CompareTo(right) >= 0;
}
