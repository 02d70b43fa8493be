using System.Buffers.Binary;

namespace Inventory.Commands;

/// <summary>The first 128 bits of a SHA-256: what tells one payload or ledger entry from another.</summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The second eight bytes, big-endian.</param>
public readonly record struct Digest(ulong High, ulong Low)
{
    /// <summary>Its length in bytes.</summary>
    public const int Size = 16;

    /// <summary>Reads a digest.</summary>
    /// <param name="bytes">Exactly 16 bytes.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ArgumentException">There are not 16 bytes.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new Digest(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]))
        : throw new ArgumentException($"A digest has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Writes the digest's 16 bytes.</summary>
    /// <param name="destination">At least 16 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], Low);
    }

    /// <summary>The digest in hexadecimal.</summary>
    /// <returns>32 lower-case digits.</returns>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
