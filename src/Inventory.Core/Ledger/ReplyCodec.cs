using System.Buffers;
using System.Text;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Reservations;

namespace Inventory.Ledger;

/// <summary>The stored form of answers: a leading version, then variable-length integers.</summary>
/// <remarks>Old versions stay readable for ever.</remarks>
public static class ReplyCodec
{
    private const byte Version = 1;

    // The same with what was promised behind it.
    private const byte VersionOfPromises = 2;

    // The same with bins that hold too much behind that.
    private const byte VersionOfBins = 3;

    // And with the goods that orders are bound to behind that.
    private const byte VersionOfAllocations = 4;

    // The end of the year 9999, in microseconds.
    private const long InstantMax = 253_402_300_799_999_999;

    /// <summary>Encodes an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="buffer">Where to write; bytes are appended.</param>
    public static void Encode(Reply reply, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(buffer);
        var span = buffer.GetSpan(SizeMax(reply));
        var at = 0;
        var hasAllocations = reply.Allocated.Count + reply.Unbound.Count > 0;
        var hasBins = hasAllocations || reply.OverCapacity.Count > 0;
        var hasPromises = hasBins || reply.Legs.Count + reply.Lines.Count + reply.AtRisk.Count > 0;
        span[at++] = hasAllocations ? VersionOfAllocations : hasBins ? VersionOfBins
            : hasPromises ? VersionOfPromises : Version;
        Put(span, ref at, reply.Number);
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

        if (hasPromises)
        {
            PutPromises(span, ref at, reply);
        }

        if (hasBins)
        {
            PutBins(span, ref at, reply.OverCapacity);
        }

        if (hasAllocations)
        {
            PutAllocations(span, ref at, reply);
        }

        buffer.Advance(at);
    }

    /// <summary>Decodes an answer.</summary>
    /// <param name="bytes">What <see cref="Encode"/> wrote.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="FormatException">The bytes are no answer of a known version.</exception>
    public static Reply Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] is 0 or > VersionOfAllocations)
        {
            throw new FormatException("The stored answer has an unknown form.");
        }

        var at = 1;
        var reply = new Reply { Number = TakeInt(bytes, ref at), Entries = TakeEntries(bytes, ref at) };
        if (bytes[0] >= VersionOfPromises)
        {
            reply = TakePromises(bytes, ref at, reply);
        }

        if (bytes[0] >= VersionOfBins)
        {
            reply = reply with { OverCapacity = TakeBins(bytes, ref at) };
        }

        if (bytes[0] == VersionOfAllocations)
        {
            reply = reply with { Allocated = TakeAllocated(bytes, ref at), Unbound = TakeRisks(bytes, ref at) };
        }

        return at == bytes.Length ? reply : throw Damaged();
    }

    private static int SizeMax(Reply reply)
    {
        var size = 64 + 50 * reply.Entries.Count + 5 * reply.Legs.Count;
        foreach (var line in reply.Lines)
        {
            size += 100 + 3 * (line.Pool.Length + line.Promised.Unit.Length);
        }

        foreach (var goods in reply.Allocated)
        {
            size += 100 + 3 * (goods.Sku.Length + goods.Location.Length + (goods.Lot?.Length ?? 0)
                + goods.Quantity.Unit.Length);
        }

        foreach (var risk in reply.AtRisk.Concat(reply.Unbound))
        {
            var key = risk.Reservation;
            size += 100 + 3 * (key.Source.Length + key.Text.Length + risk.Sku.Length + risk.Pool.Length
                + risk.Quantity.Unit.Length);
        }

        foreach (var over in reply.OverCapacity)
        {
            size += 50 + 3 * over.Location.Length;
        }

        return size;
    }

    private static ReplyEntry[] TakeEntries(ReadOnlySpan<byte> bytes, ref int at)
    {
        var entries = new ReplyEntry[TakeCount(bytes, ref at)];
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

        return entries;
    }

    private static void PutPromises(Span<byte> span, ref int at, Reply reply)
    {
        Put(span, ref at, reply.Legs.Count);
        foreach (var sku in reply.Legs)
        {
            Put(span, ref at, sku);
        }

        Put(span, ref at, reply.Lines.Count);
        foreach (var line in reply.Lines)
        {
            Put(span, ref at, line.Line);
            Put(span, ref at, line.Pool);
            Put(span, ref at, line.Promised.Unit);
            Put(span, ref at, line.Promised.Amount);
            Put(span, ref at, line.Backordered.Amount);
            Put(span, ref at, line.Expires is { } expires ? Micros.Floor(expires) : 0);
        }

        PutRisks(span, ref at, reply.AtRisk);
    }

    private static void PutAllocations(Span<byte> span, ref int at, Reply reply)
    {
        Put(span, ref at, reply.Allocated.Count);
        foreach (var goods in reply.Allocated)
        {
            Put(span, ref at, goods.Line);
            Put(span, ref at, goods.Sku);
            Put(span, ref at, goods.Location);
            Put(span, ref at, goods.Lot ?? string.Empty);
            Put(span, ref at, goods.Quantity.Unit);
            Put(span, ref at, goods.Quantity.Amount);
            Put(span, ref at, goods.IsPicked ? 1 : 0);
        }

        PutRisks(span, ref at, reply.Unbound);
    }

    private static void PutRisks(Span<byte> span, ref int at, IReadOnlyList<PromiseAtRisk> risks)
    {
        Put(span, ref at, risks.Count);
        foreach (var risk in risks)
        {
            Put(span, ref at, risk.Reservation.Source);
            Put(span, ref at, risk.Reservation.Text);
            Put(span, ref at, risk.Line);
            Put(span, ref at, risk.Sku);
            Put(span, ref at, risk.Pool);
            Put(span, ref at, risk.Quantity.Unit);
            Put(span, ref at, risk.Quantity.Amount);
        }
    }

    private static Reply TakePromises(ReadOnlySpan<byte> bytes, ref int at, Reply reply)
    {
        var legs = new int[TakeCount(bytes, ref at)];
        for (var i = 0; i < legs.Length; i++)
        {
            legs[i] = TakeInt(bytes, ref at);
        }

        var lines = new ReservedLine[TakeCount(bytes, ref at)];
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, pool, unit) = (TakeInt(bytes, ref at), TakeText(bytes, ref at), TakeText(bytes, ref at));
            lines[i] = new ReservedLine(
                line, pool, TakeQuantity(bytes, ref at, unit), TakeQuantity(bytes, ref at, unit),
                TakeInstant(bytes, ref at));
        }

        return reply with { Legs = legs, Lines = lines, AtRisk = TakeRisks(bytes, ref at) };
    }

    private static AllocatedGoods[] TakeAllocated(ReadOnlySpan<byte> bytes, ref int at)
    {
        var goods = new AllocatedGoods[TakeCount(bytes, ref at)];
        for (var i = 0; i < goods.Length; i++)
        {
            var (line, sku) = (TakeInt(bytes, ref at), TakeText(bytes, ref at));
            var (location, lot) = (TakeText(bytes, ref at), TakeText(bytes, ref at));
            goods[i] = new AllocatedGoods(
                line, sku, location, lot.Length == 0 ? null : lot,
                TakeQuantity(bytes, ref at, TakeText(bytes, ref at)), Take(bytes, ref at) != 0);
        }

        return goods;
    }

    private static PromiseAtRisk[] TakeRisks(ReadOnlySpan<byte> bytes, ref int at)
    {
        var risks = new PromiseAtRisk[TakeCount(bytes, ref at)];
        for (var i = 0; i < risks.Length; i++)
        {
            var (source, text) = (TakeText(bytes, ref at), TakeText(bytes, ref at));
            risks[i] = new PromiseAtRisk(
                new CommandKey(text, source), TakeInt(bytes, ref at), TakeText(bytes, ref at), TakeText(bytes, ref at),
                TakeQuantity(bytes, ref at, TakeText(bytes, ref at)));
        }

        return risks;
    }

    private static void PutBins(Span<byte> span, ref int at, IReadOnlyList<OverCapacity> bins)
    {
        Put(span, ref at, bins.Count);
        foreach (var over in bins)
        {
            Put(span, ref at, over.Location);
            Put(span, ref at, (int)over.Measure);
            Put(span, ref at, over.Limit);
            Put(span, ref at, over.Used);
        }
    }

    private static OverCapacity[] TakeBins(ReadOnlySpan<byte> bytes, ref int at)
    {
        var bins = new OverCapacity[TakeCount(bytes, ref at)];
        for (var i = 0; i < bins.Length; i++)
        {
            bins[i] = new OverCapacity(
                TakeText(bytes, ref at), (CapacityMeasure)TakeInt(bytes, ref at), Take(bytes, ref at),
                Take(bytes, ref at));
        }

        return bins;
    }

    private static NodaTime.Instant? TakeInstant(ReadOnlySpan<byte> bytes, ref int at) => Take(bytes, ref at) switch
    {
        0 => null,
        > 0 and <= InstantMax and var micros => Micros.ToInstant(micros),
        _ => throw Damaged(),
    };

    private static Quantity TakeQuantity(ReadOnlySpan<byte> bytes, ref int at, string unit)
    {
        var amount = TakeDecimal(bytes, ref at);
        return UnitOfMeasure.IsCode(unit) ? new Quantity(amount, unit) : throw Damaged();
    }

    private static void Put(Span<byte> span, ref int at, string value)
    {
        Put(span, ref at, Encoding.UTF8.GetByteCount(value));
        at += Encoding.UTF8.GetBytes(value, span[at..]);
    }

    private static string TakeText(ReadOnlySpan<byte> span, ref int at)
    {
        var length = TakeCount(span, ref at);
        at += length;
        return at <= span.Length ? Encoding.UTF8.GetString(span[(at - length)..at]) : throw Damaged();
    }

    private static void Put(Span<byte> span, ref int at, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        foreach (var part in bits)
        {
            Put(span, ref at, part);
        }
    }

    private static decimal TakeDecimal(ReadOnlySpan<byte> span, ref int at)
    {
        Span<int> bits = stackalloc int[4];
        foreach (ref var part in bits)
        {
            part = TakeInt(span, ref at);
        }

        try
        {
            return new decimal(bits);
        }
        catch (ArgumentException)
        {
            throw Damaged();
        }
    }

    // Each of what is counted takes at least a byte.
    private static int TakeCount(ReadOnlySpan<byte> bytes, ref int at) =>
        Take(bytes, ref at) is >= 0 and var count && count <= bytes.Length ? (int)count : throw Damaged();

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
