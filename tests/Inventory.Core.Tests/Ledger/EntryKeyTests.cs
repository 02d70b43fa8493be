using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Ledger;

[Capability("MOV-05")]
public sealed class EntryKeyTests
{
    [Fact]
    public void Equality_IsByBothParts() => ValueLaws.Equality(
        new EntryKey(5, 2), new EntryKey(5, 2), new EntryKey(5, 3), new EntryKey(6, 2), default);

    [Fact]
    public void Ordering_IsByInstantThenSequence() => ValueLaws.Ordering(
        EntryKey.Start, new EntryKey(0, 1), new EntryKey(5, 1), new EntryKey(5, 2), EntryKey.AfterInstant(5),
            new EntryKey(6, 1),
        EntryKey.End);

    [Fact]
    public void Default_IsTheStart() => Assert.Equal(EntryKey.Start, default);

    [Fact]
    public void Next_IsJustAfter()
    {
        Assert.Equal(new EntryKey(5, 3), new EntryKey(5, 2).Next);
        Assert.True(new EntryKey(5, 2) < new EntryKey(5, 2).Next && new EntryKey(5, 2).Next <= new EntryKey(5, 3));
    }

    [Property]
    public void Operators_AgreeWithCompareTo(byte a, byte b, byte c, byte d)
    {
        var (left, right) = (new EntryKey(a % 4, b % 4), new EntryKey(c % 4, d % 4));
        var order = left.CompareTo(right);

        Assert.Equal(order < 0, left < right);
        Assert.Equal(order > 0, left > right);
        Assert.Equal(order <= 0, left <= right);
        Assert.Equal(order >= 0, left >= right);
        Assert.Equal(order == 0, left == right);
        Assert.Equal(-Math.Sign(order), Math.Sign(right.CompareTo(left)));
    }
}
