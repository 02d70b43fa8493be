using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Commands;

[Capability("MOV-06")]
public sealed class CommandKeyTests
{
    [Fact]
    public void Equality_IsOrdinalByTextAndSource() => ValueLaws.Equality(
        new CommandKey("k1", "shop"),
        new CommandKey("k1", "shop"),
        new CommandKey("K1", "shop"), new CommandKey("k1", "Shop"), new CommandKey("k1"), default);

    [Fact]
    public void Default_IsNoKey()
    {
        Assert.True(default(CommandKey).IsDefault);
        Assert.False(default(CommandKey).IsValid);
        Assert.Equal(string.Empty, default(CommandKey).ToString());
        Assert.False(new CommandKey("k").IsDefault);
    }

    [Fact]
    public void Conversion_FromText_HasNoSource()
    {
        CommandKey key = "k1";

        Assert.Equal(new CommandKey("k1", ""), key);
        Assert.Equal(key, CommandKey.FromString("k1"));
        Assert.Equal("k1", key.ToString());
        Assert.Equal("shop/k1", new CommandKey("k1", "shop").ToString());
    }

    [Theory]
    [InlineData("k", "", true)]
    [InlineData(" ", "", true)]
    [InlineData("\uD83D\uDE80", "\u00E4", true)]
    [InlineData("", "", false)]
    [InlineData(null, "", false)]
    [InlineData("k", null, false)]
    [InlineData("k\n", "", false)]
    [InlineData("k", "\u0085", false)]
    public void IsValid_AsksForPrintableUnicode(string? text, string? source, bool expected) =>
        Assert.Equal(expected, new CommandKey(text!, source!).IsValid);

    [Fact]
    public void IsValid_RefusesHalfASurrogatePair()
    {
        // Two different halves would become the same key in UTF-8.
        Assert.False(new CommandKey("\uD800").IsValid);
        Assert.False(new CommandKey("a\uDBFFb").IsValid);
        Assert.False(new CommandKey("k", "\uDC00x").IsValid);
    }

    [Fact]
    public void IsValid_AsksForAtMostTwoHundredCharacters()
    {
        var longest = new string('k', CommandKey.LengthMax);

        Assert.True(new CommandKey(longest, longest).IsValid);
        Assert.False(new CommandKey(longest + "k").IsValid);
        Assert.False(new CommandKey("k", longest + "k").IsValid);
    }
}
