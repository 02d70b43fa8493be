namespace Inventory.References;

/// <summary>What each category makes of a total, such as of sales, stock value or margin.</summary>
public static class ProductMix
{
    private const int Decimals = 6;

    /// <summary>The share of each category: its value over the value of all.</summary>
    /// <param name="categories">The tree.</param>
    /// <param name="values">Values of SKUs, each with its category's number (0 for none); zero or more.</param>
    /// <returns>
    /// A line per category that has a value or something with a value below it, and one for no category when that has;
    /// by number. The shares themselves sum to exactly 1, and those with what is below sum up the tree.
    /// </returns>
    /// <exception cref="ArgumentException">A value is negative, or a category is not in the tree.</exception>
    public static IReadOnlyList<MixLine> Of(
        IReadOnlyCollection<Category> categories, IEnumerable<(int Category, decimal Value)> values)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(values);
        var parents = categories.ToDictionary(category => category.Number, category => category.Parent);
        var own = new SortedDictionary<int, decimal>();
        foreach (var (category, value) in values)
        {
            if (value < 0 || (category != 0 && !parents.ContainsKey(category)))
            {
                throw new ArgumentException($"Category {category} is unknown, or its value {value} is negative.",
                    nameof(values));
            }

            own[category] = own.GetValueOrDefault(category) + value;
        }

        return Lines(own, parents);
    }

    private static List<MixLine> Lines(SortedDictionary<int, decimal> own, Dictionary<int, int> parents)
    {
        var lines = new SortedDictionary<int, MixLine>();
        var total = own.Values.Sum();
        var (sum, given) = (0m, 0m);
        foreach (var (category, value) in own)
        {
            // Each share is what the rounded running share grows by, so that no rounding is lost.
            sum += value;
            var upTo = total == 0 ? 0 : decimal.Round(sum / total, Decimals);
            Add(lines, parents, category, value, upTo - given);
            given = upTo;
        }

        return [.. lines.Values];
    }

    private static void Add(
        SortedDictionary<int, MixLine> lines, Dictionary<int, int> parents, int category, decimal value, decimal share)
    {
        var line = lines.GetValueOrDefault(category, new MixLine(category, 0, 0, 0, 0));
        lines[category] = line with { Value = line.Value + value, Share = line.Share + share };
        for (var at = category; ; at = parents[at])
        {
            line = lines.GetValueOrDefault(at, new MixLine(at, 0, 0, 0, 0));
            lines[at] = line with { TreeValue = line.TreeValue + value, TreeShare = line.TreeShare + share };
            if (at == 0 || parents[at] == 0)
            {
                return;
            }
        }
    }
}
