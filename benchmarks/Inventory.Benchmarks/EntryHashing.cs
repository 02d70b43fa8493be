using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Benchmarks;

/// <summary>What does chaining an entry cost beyond the SHA-256 of as many bytes?</summary>
[MemoryDiagnoser]
public class EntryHashing
{
    private const int CanonicalBytes = 162;

    private readonly Entry[] _entries = Samples.Entries(1_024);
    private readonly byte[] _bytes = new byte[CanonicalBytes];

    [Benchmark(Baseline = true, OperationsPerInvoke = 1_024)]
    public int Sha256()
    {
        Span<byte> hash = stackalloc byte[32];
        var sum = 0;
        for (var i = 0; i < _entries.Length; i++)
        {
            SHA256.HashData(_bytes, hash);
            sum += hash[0];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 1_024)]
    public Digest Chain()
    {
        var chain = default(Digest);
        foreach (var entry in _entries)
        {
            chain = EntryChain.Next(chain, entry);
        }

        return chain;
    }
}
