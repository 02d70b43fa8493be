using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Inventory.Commands;

/// <summary>Writes canonical bytes: fixed-width little-endian numbers and length-prefixed UTF-8 texts.</summary>
/// <remarks>
/// The form is the base of stored hashes and never changes; a new field is appended under a new leading tag.
/// </remarks>
internal ref struct PayloadWriter : IDisposable
{
    // A tool of each thread, without a memory: to make one for each hash would take a fifth of its time.
    private static readonly ThreadLocal<IncrementalHash> Sha =
        new(() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    private byte[]? _rented;
    private Span<byte> _buffer;
    private int _length;

    public PayloadWriter(Span<byte> scratch)
    {
        _buffer = scratch;
        _rented = null;
        _length = 0;
    }

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Int(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    public void Hash(Digest value) => value.CopyTo(Reserve(Digest.Size));

    public void OptionalLong(long? value)
    {
        Byte(value is null ? (byte)0 : (byte)1);
        Long(value ?? 0);
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Decimal(decimal value)
    {
        // 1.0 and 1.00 are one number, and so are 0 and -0: they must be one payload.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value == 0 ? 0 : value.Scale == 0 ? value : value / 1.0000000000000000000000000000m, bits);
        foreach (var part in bits)
        {
            Int(part);
        }
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Int(-1);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        Int(count);
        Encoding.UTF8.GetBytes(value, Reserve(count));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    /// <summary>The first 16 bytes of the SHA-256 of what was written.</summary>
    public readonly Digest ToDigest()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sha = Sha.Value!;
        sha.AppendData(Written);
        sha.GetHashAndReset(hash);
        return Digest.FromBytes(hash[..Digest.Size]);
    }

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Grow(count);
        }

        var span = _buffer.Slice(_length, count);
        _length += count;
        return span;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        _buffer[.._length].CopyTo(larger);
        Dispose();
        _rented = larger;
        _buffer = larger;
    }
}
