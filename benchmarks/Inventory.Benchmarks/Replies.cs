using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Inventory.Ledger;

namespace Inventory.Benchmarks;

/// <summary>What do stored answers cost to write and read? The baseline writes JSON.</summary>
[MemoryDiagnoser]
public class Replies
{
    private readonly Reply _reply =
        new() { Entries = [new ReplyEntry(1_234, new EntryKey(1_767_600_000_000_000, 77), 6, 150_000)] };
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private byte[] _encoded = [];

    [GlobalSetup]
    public void Encode()
    {
        Binary();
        _encoded = _buffer.WrittenSpan.ToArray();
    }

    [Benchmark(Baseline = true)]
    public byte[] Json()
    {
        var entry = _reply.Entries[0];
        return JsonSerializer.SerializeToUtf8Bytes(
            new Flat(entry.Sku, entry.Key.Effective, entry.Key.Sequence, entry.Quantity, entry.Cost, _reply.Number));
    }

    [Benchmark]
    public int Binary()
    {
        _buffer.ResetWrittenCount();
        ReplyCodec.Encode(_reply, _buffer);
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public Reply Read() => ReplyCodec.Decode(_encoded);

    /// <summary>What an answer says, in a form that a serializer writes without a loop.</summary>
    public sealed record Flat(int Sku, long Effective, long Sequence, long Quantity, long? Cost, int Number);
}
