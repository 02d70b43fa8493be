using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Amounts;

[Capability("VAL-31")]
public sealed class CostTests
{
    [Fact]
    public void Equality_IsByAmountAndBasis() => ValueLaws.Equality(
        Cost.PerUnit(2.5m), Cost.PerUnit(2.50m), Cost.Total(2.5m), Cost.PerUnit(2), Cost.Zero, default);

    [Fact]
    public void Zero_IsARealCostAndNotTheMissingOne()
    {
        Assert.True(Cost.Zero.IsStated);
        Assert.Equal(Cost.Total(0), Cost.Zero);
        Assert.False(default(Cost).IsStated);
        Assert.NotEqual(default, Cost.Zero);
        Assert.Equal("not stated", default(Cost).ToString());
        Assert.Equal("0 total", Cost.Zero.ToString());
    }

    [Fact]
    public void Construct_Negative_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cost.PerUnit(-0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cost.Total(-1));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_IsTheSameInEveryCulture(string culture) => Cultures.Run(culture, () =>
    {
        Assert.Equal("1234.5 per unit", Cost.PerUnit(1234.50m).ToString());
        Assert.Equal("0.125 total", Cost.Total(0.125m).ToString());
    });
}
