using System.Buffers.Binary;
using System.Security.Cryptography;
using Inventory.Commands;

namespace Inventory.Verification;

/// <summary>The hash of an anchor: over the number and the chain of every SKU that has entries, by number.</summary>
internal sealed class AnchorHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a SKU; one without entries changes nothing, because it may not have been there yet.</summary>
    public void Add(int sku, Digest chain)
    {
        if (chain == default)
        {
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(int) + Digest.Size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, sku);
        chain.CopyTo(bytes[sizeof(int)..]);
        _hash.AppendData(bytes);
    }

    public Digest ToDigest() => Digest.FromBytes(_hash.GetHashAndReset().AsSpan(0, Digest.Size));

    public void Dispose() => _hash.Dispose();
}
