namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>Picks one of several things, each as often as its weight says.</summary>
internal sealed class WeightedChoice
{
    private readonly int[] _sums;

    public WeightedChoice(IEnumerable<int> weights)
    {
        int sum = 0;
        _sums = [.. weights.Select(weight => sum += weight)];
    }

    /// <returns>The place of the thing in the weights given.</returns>
    public int Pick(SplitMix64 random)
    {
        int drawn = random.Next(_sums[^1]);
        int found = Array.BinarySearch(_sums, drawn + 1);
        if (found < 0)
        {
            return ~found;
        }

        // Equal sums are those of things with weight 0: the first of them is the one that was drawn.
        while (found > 0 && _sums[found - 1] == _sums[found])
        {
            found--;
        }

        return found;
    }
}
