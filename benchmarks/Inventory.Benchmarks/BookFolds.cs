using BenchmarkDotNet.Attributes;
using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Benchmarks;

/// <summary>
/// What does costing an entry take? The baseline is a queue of layers in decimals that rounds nothing.
/// </summary>
[MemoryDiagnoser]
public class BookFolds
{
    private const int Count = 4_096;

    private readonly Entry[] _entries = Samples.Entries(Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public decimal Queue()
    {
        var (layers, cost) = (new Queue<(long Left, decimal Each)>(), 0m);
        foreach (var entry in _entries)
        {
            if (entry.Cost is { } value)
            {
                layers.Enqueue((entry.Quantity, (decimal)value / entry.Quantity));
                continue;
            }

            for (var open = entry.Quantity; open > 0;)
            {
                var (left, each) = layers.Dequeue();
                var take = Math.Min(open, left);
                (cost, open) = (cost + take * each, open - take);
                if (left > take)
                {
                    // Back to the front, which a queue cannot do: turn it around.
                    layers.Enqueue((left - take, each));
                    for (var i = 1; i < layers.Count; i++)
                    {
                        layers.Enqueue(layers.Dequeue());
                    }
                }
            }
        }

        return cost;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Fifo() => Fold(new FifoFold(1, BookState.Empty, Samples.Location, [], [], complete: true));

    [Benchmark(OperationsPerInvoke = Count)]
    public long Average() => Fold(new AverageFold(BookState.Empty, Samples.Location));

    private long Fold(BookFold fold)
    {
        foreach (var entry in _entries)
        {
            fold.Fold(entry);
        }

        return fold.State.CostOut;
    }
}
