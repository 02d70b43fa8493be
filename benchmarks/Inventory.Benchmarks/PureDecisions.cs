using BenchmarkDotNet.Attributes;

namespace Inventory.Benchmarks;

/// <summary>How many simple commands can one core decide? Goal: a million a second on a quiet machine.</summary>
/// <remarks>
/// The baseline is the least that could be called deciding: look up, compare, add, note what happened.
/// </remarks>
[MemoryDiagnoser]
public class PureDecisions
{
    private readonly DecisionWorkload _workload = new();
    private readonly Dictionary<string, long> _stock = [];
    private readonly string[] _skus =
        [.. Enumerable.Range(0, DecisionWorkload.BatchSize).Select(i => $"S{i % DecisionWorkload.SkuCount}")];

    [Benchmark(Baseline = true, OperationsPerInvoke = DecisionWorkload.BatchSize)]
    public int Dictionary()
    {
        var log = new List<(string Sku, long Change)>(_skus.Length);
        for (var i = 0; i < _skus.Length; i++)
        {
            var change = i / DecisionWorkload.SkuCount % 2 == 0 ? 3L : -3L;
            var after = _stock.GetValueOrDefault(_skus[i]) + change;
            if (after >= 0)
            {
                _stock[_skus[i]] = after;
                log.Add((_skus[i], change));
            }
        }

        return log.Count;
    }

    [Benchmark(OperationsPerInvoke = DecisionWorkload.BatchSize)]
    public int Decider() => _workload.Run().Entries.Count;
}
