using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.History;

/// <summary>
/// The open blocks, as far as they are known: a batch need not read every head again to see whether a block is full,
/// nor the entries of a block that has filled up before its eyes.
/// </summary>
/// <remarks>
/// What is known of a SKU holds at one sequence only: once another engine has written to the SKU, it is not used.
/// </remarks>
internal sealed class OpenBlocks
{
    private const int SkusMax = 100_000;
    private const int EntriesMax = 65_536;

    private readonly Dictionary<int, OpenBlock> _blocks = [];
    private int _entries;

    /// <summary>The open block of a SKU after a batch without late entries of it; null when not known.</summary>
    public OpenBlock? After(CommitBatch batch, Head head) => Before(batch, head) is { } block
        ? block with { Sequence = head.Sequence, Count = block.Count + batch.InOrder(head.Sku) }
        : null;

    /// <summary>A copy of the entries in the open block of a SKU before a batch; null when not known.</summary>
    public List<Entry>? Entries(CommitBatch batch, Head head) =>
        Before(batch, head) is { Entries: { } entries } ? [.. entries] : null;

    /// <summary>Takes what is known after a batch.</summary>
    public void Put(CommitBatch batch, List<OpenBlock> blocks)
    {
        foreach (var entry in batch.Entries)
        {
            if (_blocks.TryGetValue(entry.Sku, out var block) && block.Entries is { } entries)
            {
                entries.Add(entry);
                _entries++;
            }
        }

        foreach (var block in blocks)
        {
            _entries += (block.Entries?.Count ?? 0) - (_blocks.GetValueOrDefault(block.Sku).Entries?.Count ?? 0);
            _blocks[block.Sku] = block;
        }

        if (_entries > EntriesMax)
        {
            ForgetEntries();
        }

        if (_blocks.Count > SkusMax)
        {
            _blocks.Clear();
            _entries = 0;
        }
    }

    private OpenBlock? Before(CommitBatch batch, Head head) =>
        _blocks.TryGetValue(head.Sku, out var block) && block.Sequence == batch.ExpectedSequence(head.Sku)
            ? block
            : null;

    // The SKUs that are sold a lot are soon known again; of the others nothing much is lost.
    private void ForgetEntries()
    {
        foreach (var sku in _blocks.Keys.ToList())
        {
            _blocks[sku] = _blocks[sku] with { Entries = null };
        }

        _entries = 0;
    }
}
