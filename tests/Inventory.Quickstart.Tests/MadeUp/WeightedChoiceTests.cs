using Inventory.Samples.Quickstart.MadeUp;

namespace Inventory.Quickstart.Tests.MadeUp;

public class WeightedChoiceTests
{
    [Fact]
    public void Pick_GoesByWeight_AndNeverTakesWeightZero()
    {
        SplitMix64 random = new(1);
        WeightedChoice choice = new([0, 10, 0, 0, 30, 0]);
        int[] picked = [.. Enumerable.Range(0, 4000).Select(_ => choice.Pick(random))];
        Assert.Equal([1, 4], picked.Distinct().Order());
        Assert.InRange(picked.Count(place => place == 4), 2800, 3200);
    }
}
