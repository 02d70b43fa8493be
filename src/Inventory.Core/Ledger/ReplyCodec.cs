using System.Buffers;

namespace Inventory.Ledger;

/// <summary>The stored form of answers: a leading version, then variable-length integers.</summary>
/// <remarks>Old versions stay readable for ever.</remarks>
public static class ReplyCodec
{
    private const byte Version = 1;

    /// <summary>Encodes an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="buffer">Where to write; bytes are appended.</param>
    public static void Encode(Reply reply, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(buffer);
        var span = buffer.GetSpan(32 + 50 * reply.Entries.Count);
        var at = 0;
        span[at++] = Version;
        Put(span, ref at, reply.Number);
        Put(span, ref at, reply.PromiseSku);
        Put(span, ref at, reply.AtRisk);
        Put(span, ref at, reply.Entries.Count);
        for (var i = 0; i < reply.Entries.Count; i++)
        {
            var entry = reply.Entries[i];
            Put(span, ref at, entry.Sku);
            Put(span, ref at, entry.Key.Effective);
            Put(span, ref at, entry.Key.Sequence);
            Put(span, ref at, entry.Quantity);
            Put(span, ref at, entry.Cost is { } cost ? checked(cost + 1) : 0);
        }

        buffer.Advance(at);
    }

    /// <summary>Decodes an answer.</summary>
    /// <param name="bytes">What <see cref="Encode"/> wrote.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="FormatException">The bytes are no answer of a known version.</exception>
    public static Reply Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
        {
            throw new FormatException("The stored answer has an unknown form.");
        }

        var at = 1;
        var number = TakeInt(bytes, ref at);
        var promiseSku = TakeInt(bytes, ref at);
        var atRisk = Take(bytes, ref at);
        var count = Take(bytes, ref at);
        if (count < 0 || count > bytes.Length)
        {
            throw Damaged();
        }

        var entries = new ReplyEntry[count];
        for (var i = 0; i < entries.Length; i++)
        {
            var sku = TakeInt(bytes, ref at);
            var effective = Take(bytes, ref at);
            var sequence = Take(bytes, ref at);
            var quantity = Take(bytes, ref at);
            var cost = Take(bytes, ref at);
            if (cost == long.MinValue)
            {
                throw Damaged();
            }

            entries[i] = new ReplyEntry(sku, new EntryKey(effective, sequence), quantity, cost == 0 ? null : cost - 1);
        }

        if (at != bytes.Length)
        {
            throw Damaged();
        }

        return new Reply(entries, number, promiseSku, atRisk);
    }

    // Zigzag and seven bits a byte: small numbers of either sign take one byte.
    private static void Put(Span<byte> span, ref int at, long value)
    {
        var bits = unchecked((ulong)((value << 1) ^ (value >> 63)));
        while (bits >= 0x80)
        {
            span[at++] = (byte)(bits & 0x7F | 0x80);
            bits >>= 7;
        }

        span[at++] = (byte)bits;
    }

    private static long Take(ReadOnlySpan<byte> span, ref int at)
    {
        ulong bits = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at == span.Length)
            {
                break;
            }

            var next = span[at++];
            bits |= unchecked((ulong)(next & 0x7F) << shift);
            if (shift == 63 && next > 1)
            {
                break;
            }

            if (next < 0x80)
            {
                return unchecked((long)(bits >> 1) ^ -(long)(bits & 1));
            }
        }

        throw Damaged();
    }

    private static int TakeInt(ReadOnlySpan<byte> span, ref int at) =>
        Take(span, ref at) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Damaged();

    private static FormatException Damaged() => new("The stored answer is damaged.");
}
