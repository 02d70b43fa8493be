using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.History;

/// <summary>How full open blocks are, as far as it is known, so that a batch need not read every head again.</summary>
/// <remarks>
/// What is known of a SKU holds at one sequence only: once another engine has written to the SKU, it is not used.
/// </remarks>
internal sealed class OpenBlocks
{
    private const int SkusMax = 100_000;

    private readonly Dictionary<int, OpenBlock> _blocks = [];

    /// <summary>The open block of a SKU after a batch without late entries of it; null when not known.</summary>
    public OpenBlock? After(CommitBatch batch, Head head) =>
        _blocks.TryGetValue(head.Sku, out var before) && before.Sequence == batch.ExpectedSequence(head.Sku)
            ? new OpenBlock(head.Sku, head.Sequence, before.Entries + batch.InOrder(head.Sku))
            : null;

    public void Put(List<OpenBlock> blocks)
    {
        if (_blocks.Count + blocks.Count > SkusMax)
        {
            _blocks.Clear();
        }

        foreach (var block in blocks)
        {
            _blocks[block.Sku] = block;
        }
    }
}
