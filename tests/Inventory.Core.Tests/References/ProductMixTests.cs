using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.References;

/// <summary>The product mix: shares that sum to one, up the tree.</summary>
[Capability("CAT-12")]
public sealed class ProductMixTests
{
    private static readonly Category[] Tree =
    [
        new() { Number = 1, Code = "ALL" },
        new() { Number = 2, Code = "TEES", Parent = 1 },
        new() { Number = 3, Code = "CAPS", Parent = 1 },
        new() { Number = 4, Code = "LONG", Parent = 2 },
        new() { Number = 5, Code = "OTHER" },
    ];

    [Fact]
    public void AShare_IsValueOverTotal_ByItselfAndWithWhatIsBelow()
    {
        var mix = ProductMix.Of(Tree, [(2, 10), (4, 5), (3, 5), (2, 10), (0, 20)]);

        Assert.Equal(
            [
                new MixLine(0, 20, 0.4m, 20, 0.4m), new MixLine(1, 0, 0, 30, 0.6m), new MixLine(2, 20, 0.4m, 25, 0.5m),
                new MixLine(3, 5, 0.1m, 5, 0.1m), new MixLine(4, 5, 0.1m, 5, 0.1m),
            ],
            mix);
    }

    /// <summary>Shares are within a rounding of exact, sum to one, and each tree is the sum of its parts.</summary>
    [Property]
    public void Shares_SumToOne((byte Category, ushort Value)[] values)
    {
        var given = values.Select(value => (Category: value.Category % 6, Value: (decimal)value.Value)).ToList();
        var total = given.Sum(value => value.Value);

        var mix = ProductMix.Of(Tree, given);

        Assert.Equal(total == 0 ? 0 : 1, mix.Sum(line => line.Share));
        Assert.Equal(total, mix.Sum(line => line.Value));
        foreach (var line in mix)
        {
            var below = mix.Where(other => other.Category != 0 && IsIn(other.Category, line.Category)).ToList();
            Assert.True(total == 0 || Math.Abs(line.Share - line.Value / total) <= 0.000001m);
            Assert.Equal(line.Category == 0 ? line.Share : below.Sum(other => other.Share), line.TreeShare);
            Assert.Equal(line.Category == 0 ? line.Value : below.Sum(other => other.Value), line.TreeValue);
        }
    }

    [Fact]
    public void ANegativeValue_OrAnUnknownCategory_IsABug()
    {
        Assert.Throws<ArgumentException>(() => ProductMix.Of(Tree, [(1, -1)]));
        Assert.Throws<ArgumentException>(() => ProductMix.Of(Tree, [(9, 1)]));
    }

    private static bool IsIn(int category, int tree)
    {
        while (category != 0 && category != tree)
        {
            category = Tree.Single(each => each.Number == category).Parent;
        }

        return category == tree;
    }
}
