using System.Globalization;

namespace Inventory.Ledger;

/// <summary>
/// An entry's place in time within its SKU: the effective instant, ties decided by the sequence and nothing else.
/// </summary>
/// <param name="Effective">Microseconds since 1970-01-01T00:00Z.</param>
/// <param name="Sequence">The entry's sequence within its SKU.</param>
public readonly record struct EntryKey(long Effective, long Sequence) : IComparable<EntryKey>
{
    /// <summary>Before every entry: none is effective before 1970, and sequences begin at 1.</summary>
    public static EntryKey Start { get; } = new(0, 0);

    /// <summary>After every entry.</summary>
    public static EntryKey End { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>The place just after all entries of an instant.</summary>
    /// <param name="effective">Microseconds since 1970-01-01T00:00Z.</param>
    /// <returns>The key; no entry has it.</returns>
    public static EntryKey AfterInstant(long effective) => new(effective, long.MaxValue);

    /// <summary>The place just after this entry.</summary>
    public EntryKey Next => new(Effective, Sequence + 1);

    /// <summary>The place just before this entry.</summary>
    public EntryKey Previous => new(Effective, Sequence - 1);

    /// <summary>Whether the left key comes first.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <(EntryKey left, EntryKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left key comes last.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >(EntryKey left, EntryKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key comes first or is equal.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it does.</returns>
    public static bool operator <=(EntryKey left, EntryKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left key comes last or is equal.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <returns>True when it does.</returns>
    public static bool operator >=(EntryKey left, EntryKey right) => left.CompareTo(right) >= 0;

    /// <summary>The instant and the sequence.</summary>
    /// <returns>The text, such as <c>1700000000000000/12</c>.</returns>
    /// <remarks>
    /// Written by hand: the generated one would print <see cref="Next"/>, which has a next one too, without end.
    /// </remarks>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Effective}/{Sequence}");

    /// <summary>Orders by instant, then by sequence.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(EntryKey other)
    {
        var byTime = Effective.CompareTo(other.Effective);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}
