using System.Runtime.CompilerServices;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Answers what is on its way, and where to.</summary>
internal sealed class TransferQueries(LocationDirectory locations, int costScale)
{
    public async IAsyncEnumerable<OpenTransfer> ReadOpenAsync(
        IStoreReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (names, commands) = (new Names(reader, locations, costScale), new CommandNames(reader));
        await foreach (var open in reader.ReadTransfersAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = await EntryAsync(reader, open).ConfigureAwait(false);
            var movement = await names.DescribeAsync(entry).ConfigureAwait(false);
            var sku = await names.SkuAsync(open.Sku).ConfigureAwait(false);
            var to = await DestinationAsync(reader, commands, entry).ConfigureAwait(false);
            yield return new OpenTransfer(
                await commands.KeyAsync(entry.Commit, entry.Ordinal).ConfigureAwait(false), entry.Line, sku.Code,
                movement.Lot, movement.From, movement.To, locations[to].Code, movement.Quantity,
                sku.ToQuantity(open.InTransit), movement.Effective);
        }
    }

    /// <summary>What is on its way to positions, of all that is open.</summary>
    public async ValueTask<Dictionary<(int Sku, PositionKey Key), long>> IncomingAsync(
        IStoreReader reader, IEnumerable<Reversed> transfers)
    {
        var incoming = new Dictionary<(int Sku, PositionKey Key), long>();
        var commands = new CommandNames(reader);
        foreach (var open in transfers)
        {
            var entry = await EntryAsync(reader, open).ConfigureAwait(false);
            var to = await DestinationAsync(reader, commands, entry).ConfigureAwait(false);
            var at = (open.Sku, entry.To.In(locations[to].Pool));
            incoming[at] = incoming.GetValueOrDefault(at) + open.InTransit;
        }

        return incoming;
    }

    private static async ValueTask<Entry> EntryAsync(IStoreReader reader, Reversed open) =>
        await reader.GetEntriesAsync([(open.Sku, new EntryKey(open.Effective, open.Sequence))])
            .ConfigureAwait(false) is [var entry]
            ? entry
            : throw new InventoryCorruptionException(
                $"Entry {open.Sequence} of SKU number {open.Sku} is on its way, but does not exist.");

    // Where a transfer goes is what its command answered.
    private async ValueTask<int> DestinationAsync(IStoreReader reader, CommandNames commands, Entry entry)
    {
        var key = await commands.KeyAsync(entry.Commit, entry.Ordinal).ConfigureAwait(false);
        var command = await reader.FindCommandsAsync([key]).ConfigureAwait(false);
        var to = ReplyCodec.Decode(command[0].Reply.Span).Number;
        await locations.EnsureAsync(reader, [to]).ConfigureAwait(false);
        return to;
    }
}
