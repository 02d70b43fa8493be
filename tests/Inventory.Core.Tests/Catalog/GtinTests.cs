using System.Globalization;
using Inventory.Catalog;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Catalog;

[Capability("CAT-03")]
public sealed class GtinTests
{
    [Theory]
    [InlineData("96385074", "00000096385074")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("14006381333938", "14006381333938")]
    [InlineData(" 4006381333931 ", "04006381333931")]
    [InlineData("6291041500213", "06291041500213")]
    public void Published_NumbersAreAccepted(string text, string expected) =>
        Assert.Equal(expected, Gtin.Normalise(text).Value);

    [Theory]
    [InlineData("4006381333932", "1")]
    [InlineData("00000001", "0")]
    [InlineData("036000291459", "2")]
    public void WrongDigit_IsRefusedWithTheRightOne(string text, string expected)
    {
        var error = Assert.Single(Gtin.Normalise(text).Errors);

        Assert.Equal((ErrorCodes.InvalidCheckDigit, expected), (error.Code, error.Allowed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("123456789012345")]
    [InlineData("400638133393a")]
    [InlineData("4006-81333931")]
    [InlineData("\u0664\u0660\u0660\u0666\u0663\u0668\u0661\u0663")]
    public void OtherTexts_AreNoGtin(string text) =>
        Assert.Equal(ErrorCodes.InvalidCode, Assert.Single(Gtin.Normalise(text).Errors).Code);

    [Fact]
    public void Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => Gtin.Normalise(null!));

    [Property]
    public void CheckDigit_MakesTheWeightedSumEndInZero(ulong number)
    {
        var digits = Digits(number);

        var whole = digits + Gtin.CheckDigit(digits);

        var sum = whole.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        Assert.Equal(0, sum % 10);
        Assert.Equal(Gtin.CheckDigit(digits), Gtin.CheckDigit(digits.TrimStart('0')));
        Assert.Equal(whole, Gtin.Normalise(whole).Value);
    }

    [Property]
    public void OneWrongDigit_IsAlwaysFound(ulong number, byte place, byte change)
    {
        var digits = Digits(number);
        var whole = (digits + Gtin.CheckDigit(digits)).ToCharArray();
        var at = place % whole.Length;

        whole[at] = (char)('0' + (whole[at] - '0' + 1 + change % 9) % 10);

        Assert.Equal(ErrorCodes.InvalidCheckDigit, Assert.Single(Gtin.Normalise(new string(whole)).Errors).Code);
    }

    // FsCheck's numbers are small; the multiplication spreads them over all thirteen digits.
    private static string Digits(ulong number) =>
        unchecked(number * 6_364_136_223_846_793_005 % 10_000_000_000_000)
            .ToString("D13", CultureInfo.InvariantCulture);
}
