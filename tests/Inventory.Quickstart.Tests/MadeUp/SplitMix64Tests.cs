using Inventory.Samples.Quickstart.MadeUp;

namespace Inventory.Quickstart.Tests.MadeUp;

public class SplitMix64Tests
{
    // The first three outputs for seed 1234567 are well known: 6457827717110365317, 3203168211198807973 and
    // 9817491932198370423. Here they are as parts of 1000 of the whole range.
    [Fact]
    public void Next_FollowsThePublishedSequence()
    {
        SplitMix64 random = new(1234567);
        Assert.Equal([350, 173, 532], new[] { random.Next(1000), random.Next(1000), random.Next(1000) });
    }

    [Fact]
    public void Next_StaysBelowTheBound_AndReachesAll()
    {
        SplitMix64 random = new(1);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Enumerable.Range(0, 1000).Select(_ => random.Next(7)).Distinct().Order());
    }

    [Fact]
    public void Between_IncludesBothEnds()
    {
        SplitMix64 random = new(-1);
        Assert.Equal([3, 4, 5], Enumerable.Range(0, 100).Select(_ => random.Between(3, 5)).Distinct().Order());
    }

    [Fact]
    public void Next_BoundBelowOne_IsACallersMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitMix64(1).Next(0));
}
