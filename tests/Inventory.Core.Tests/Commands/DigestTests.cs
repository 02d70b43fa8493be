using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Commands;

public sealed class DigestTests
{
    [Fact]
    public void Equality_IsByBothHalves() => ValueLaws.Equality(
        new Digest(1, 2), new Digest(1, 2), new Digest(2, 1), new Digest(1, 3), default);

    [Fact]
    public void ToString_IsThirtyTwoLowerCaseDigits() =>
        Assert.Equal("000000000000001f00000000000000ff", new Digest(31, 255).ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void FromBytes_OfAnotherLength_IsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => Digest.FromBytes(new byte[length]));

    [Fact]
    public void CopyTo_TooFewBytes_IsRefused() =>
        Assert.ThrowsAny<ArgumentException>(() => new Digest(1, 2).CopyTo(new byte[15]));

    [Property]
    public void Bytes_TurnBack(ulong high, ulong low)
    {
        var digest = new Digest(high, low);
        Span<byte> bytes = stackalloc byte[Digest.Size];

        digest.CopyTo(bytes);

        Assert.Equal(digest, Digest.FromBytes(bytes));
        Assert.Equal(digest.ToString(), Convert.ToHexStringLower(bytes));
    }
}
