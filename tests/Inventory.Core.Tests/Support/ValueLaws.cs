namespace Inventory.Core.Tests.Support;

/// <summary>What every value type must keep, in one line for each.</summary>
internal static class ValueLaws
{
    public static void Equality<T>(T value, T equal, params T[] different)
        where T : IEquatable<T>
    {
        Assert.True(value.Equals(equal));
        Assert.True(value.Equals((object)equal));
        Assert.False(value.Equals((object?)null));
        Assert.False(value.Equals("another type"));
        Assert.Equal(value.GetHashCode(), equal.GetHashCode());
        foreach (var other in different)
        {
            Assert.False(value.Equals(other), $"{value} equals {other}");
            Assert.False(other.Equals(value), $"{other} equals {value}");
            Assert.False(value.Equals((object)other));
        }
    }

    /// <summary>The values are given in ascending order, all different.</summary>
    public static void Ordering<T>(params T[] ascending)
        where T : IComparable<T>
    {
        for (var i = 0; i < ascending.Length; i++)
        {
            for (var j = 0; j < ascending.Length; j++)
            {
                Assert.Equal(Math.Sign(i.CompareTo(j)), Math.Sign(ascending[i].CompareTo(ascending[j])));
            }
        }
    }
}
