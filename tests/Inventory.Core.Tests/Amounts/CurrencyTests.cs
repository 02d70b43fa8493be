using Inventory.Core.Tests.Support;

namespace Inventory.Core.Tests.Amounts;

public sealed class CurrencyTests
{
    [Fact]
    public void Equality_IsByCodeAndDigits() => ValueLaws.Equality(
        new Currency("JPY", 0), new Currency("JPY", 0), new Currency("JPY"), new Currency("EUR", 0), default);

    [Fact]
    public void Default_IsNoCurrency()
    {
        Assert.True(default(Currency).IsDefault);
        Assert.False(Currency.Eur.IsDefault);
        Assert.Equal(string.Empty, default(Currency).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("eur")]
    [InlineData("E R")]
    [InlineData("E1R")]
    [InlineData("ÄÖÜ")]
    public void Construct_WithAMalformedCode_IsRefused(string code) =>
        Assert.Throws<ArgumentException>(() => new Currency(code));

    [Fact]
    public void Construct_WithoutCodeOrWithOddDigits_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Currency(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("EUR", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("EUR", 5));
    }

    [Fact]
    public void Known_CurrenciesArePinned()
    {
        Assert.Equal(new Currency("GBP", 2), Currency.Gbp);
        Assert.Equal(new Currency("EUR", 2), Currency.Eur);
        Assert.Equal(new Currency("USD", 2), Currency.Usd);
        Assert.Equal("EUR", Currency.Eur.ToString());
        Assert.Equal(4, new Currency("CLF", 4).Digits);
    }
}
