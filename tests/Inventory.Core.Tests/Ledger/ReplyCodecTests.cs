using System.Buffers;
using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Ledger;

[Capability("MOV-06")]
public sealed class ReplyCodecTests
{
    [Property(MaxTest = 300, Arbitrary = [typeof(Replies)])]
    public void Replies_TurnBack(Reply reply) => AssertSame(reply, ReplyCodec.Decode(Encode(reply)));

    [Fact]
    public void Extremes_TurnBack()
    {
        var entries = new[] { long.MinValue, -1, 0, 1, long.MaxValue - 1 }
            .Select(n => new ReplyEntry(int.MaxValue, new EntryKey(n, n), n, n < 0 ? null : n))
            .Append(new ReplyEntry(int.MinValue, EntryKey.End, long.MaxValue, 0))
            .ToList();

        var reply = new Reply
        {
            Entries = entries,
            Number = int.MaxValue,
            Legs = [int.MinValue, 0, int.MaxValue],
            Lines =
            [
                Line(0, decimal.MaxValue, null),
                Line(int.MaxValue, decimal.MinValue, Instant.FromUnixTimeTicks(10)),
            ],
            AtRisk = [new PromiseAtRisk(new CommandKey("k", "s"), 1, "ẞ", "€", new Quantity(0.0000001m, "kg"))],
            OverCapacity = [new OverCapacity("ẞ", CapacityMeasure.Skus, 0, long.MaxValue)],
        };
        AssertSame(reply, ReplyCodec.Decode(Encode(reply)));
    }

    [Fact]
    public void Cost_OfZeroIsNotTheMissingOne()
    {
        var reply = Reply.Empty with
        {
            Entries =
            [new ReplyEntry(1, default, 1, 0), new ReplyEntry(1, default, 1, null)]
        };

        Assert.Equal([0L, null], ReplyCodec.Decode(Encode(reply)).Entries.Select(entry => entry.Cost));
    }

    [Fact]
    public void Form_IsPinned()
    {
        // Version 1; then zigzag varints: number 7, one entry: SKU 1, instant 64, sequence 2, quantity 3, cost 5.
        var reply = new Reply { Entries = [new ReplyEntry(1, new EntryKey(64, 2), 3, 5)], Number = 7 };

        Assert.Equal("010E0202800104060C", Convert.ToHexString(Encode(reply)));
        Assert.Equal("010000", Convert.ToHexString(Encode(Reply.Empty)));

        // Version 2: the same, then one leg of SKU 3; one line 0 of pool "P" in "ea", 2 promised and 1 waited for, no
        // end; nothing at risk.
        var promised = Reply.Empty with { Legs = [3], Lines = [Line(0, 2, null)] };
        Assert.Equal("020000" + "0206" + "02000250" + "046561" + "04000000" + "02000000" + "00" + "00",
            Convert.ToHexString(Encode(promised)));

        // Version 3: the same, then one bin "B" that holds 5 grams, of at most 3.
        var over = Reply.Empty with { OverCapacity = [new OverCapacity("B", CapacityMeasure.Grams, 3, 5)] };
        Assert.Equal("030000" + "000000" + "0202420206" + "0A", Convert.ToHexString(Encode(over)));
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(Replies)])]
    public void EveryTruncation_IsRefused(Reply reply)
    {
        var bytes = Encode(reply);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => ReplyCodec.Decode(bytes.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => ReplyCodec.Decode([.. bytes, 0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0300000000")]
    [InlineData("04000000000000")]
    [InlineData("01FFFFFFFFFFFFFFFFFFFF")]
    [InlineData("01FFFFFFFFFFFFFFFFFF01000000")]
    [InlineData("010000008080808010")]
    [InlineData("0100000003")]
    [InlineData("01000000FEFFFFFF0F")]
    [InlineData("0100000002020202FFFFFFFFFFFFFFFFFF01")]
    public void Damage_IsRefused(string hex) =>
        Assert.Throws<FormatException>(() =>
            ReplyCodec.Decode(Convert.FromHexString(hex.Length % 2 == 0 ? hex : hex + "0")));

    [Property(MaxTest = 2_000)]
    public void Garbage_IsRefusedOrRead(byte[] garbage)
    {
        ReadOrRefuse([.. garbage]);
        ReadOrRefuse([1, .. garbage]);
        ReadOrRefuse([1, 0, 0, 0, .. garbage]);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Replies)])]
    public void OneChangedByte_IsRefusedOrRead(Reply reply, byte at, byte value)
    {
        var bytes = Encode(reply);
        bytes[at % bytes.Length] = value;

        ReadOrRefuse(bytes);
    }

    [Fact]
    public void HugeCount_TakesNoTimeAndNoSpace()
    {
        byte[] bytes = [1, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        for (var i = 0; i < 1_000; i++)
        {
            Assert.Throws<FormatException>(() => ReplyCodec.Decode(bytes));
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ReplyCodec.Encode(null!, new ArrayBufferWriter<byte>()));
        Assert.Throws<ArgumentNullException>(() => ReplyCodec.Encode(Reply.Empty, null!));
    }

    // What is read must be what its own encoding says: nothing is made up.
    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            var reply = ReplyCodec.Decode(bytes);
            AssertSame(reply, ReplyCodec.Decode(Encode(reply)));
        }
        catch (FormatException)
        {
            // As it should be.
        }
    }

    private static byte[] Encode(Reply reply)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReplyCodec.Encode(reply, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void AssertSame(Reply expected, Reply actual)
    {
        Assert.Equal(expected.Entries, actual.Entries);
        Assert.Equal(expected.Number, actual.Number);
        Assert.Equal(expected.Legs, actual.Legs);
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.AtRisk, actual.AtRisk);
        Assert.Equal(expected.OverCapacity, actual.OverCapacity);
    }

    private static ReservedLine Line(int line, decimal amount, Instant? expires) =>
        new(line, "P", Quantity.Each(amount), Quantity.Each(1), expires);

    private static class Replies
    {
        public static Arbitrary<Reply> Any() => (
            from entries in Entry().ListOf()
            from number in Wide()
            from legs in Wide().ListOf()
            from lines in Wide().ListOf()
            from risks in Wide().ListOf()
            from bins in Wide().ListOf()
            select new Reply
            {
                Entries = [.. entries],
                Number = (int)(number >> 32),
                Legs = [.. legs.Select(leg => (int)(leg >> 32))],
                Lines =
                [
                    .. lines.Select(n => Line(
                        (int)(n >> 32), n / 100m,
                        n > 0 ? Instant.FromUnixTimeTicks(((n & 0xFFFFFFFFFFFF) + 1) * 10) : null)),
                ],
                AtRisk =
                [
                    .. risks.Select(n => new PromiseAtRisk(
                        $"k{n}", (int)(n >> 32), $"s{n}", "é", Quantity.Each(n / 3m))),
                ],
                OverCapacity =
                [
                    .. bins.Select(n => new OverCapacity($"b{n}", (CapacityMeasure)(int)(n >> 32), n, ~n)),
                ],
            }).ToArbitrary();

        private static Gen<ReplyEntry> Entry() =>
            from sku in Wide()
            from effective in Wide()
            from sequence in Wide()
            from quantity in Wide()
            from cost in Wide()
            select new ReplyEntry((int)(sku >> 32), new EntryKey(effective, sequence), quantity, cost < 0 ? null
                : cost >> 1);

        // Numbers of every length, not only small ones.
        private static Gen<long> Wide() =>
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            from shift in Gen.Choose(0, 63)
            select (((long)high << 32) | (uint)(low & 0x7FFFFFFF)) >> shift;
    }
}
