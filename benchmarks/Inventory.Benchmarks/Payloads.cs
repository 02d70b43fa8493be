using System.Security.Cryptography;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Inventory.Commands;
using Inventory.Movements;

namespace Inventory.Benchmarks;

/// <summary>
/// What does it cost to tell a repeated command from a reused key? The baseline hashes the command as JSON.
/// </summary>
[MemoryDiagnoser]
public class Payloads
{
    private readonly PostMovement _command = new(
        "line:123456", MovementKind.Issue, new MovementLine("85123A", Quantity.Each(6)) { From = "SHOP" });

    [Benchmark(Baseline = true)]
    public byte[] Json() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(_command.Lines[0]));

    [Benchmark]
    public Digest Canonical() => _command.ComputePayload();
}
