using System.Runtime.CompilerServices;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>A whole ledger as lines of text: equal ledgers give equal lines, whichever stores they are in.</summary>
/// <remarks>For comparisons in tests; the form may change.</remarks>
public static class LedgerText
{
    /// <summary>Everything a reader can reach.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// Settings, master data, commits and commands, then every SKU's streams and projections, in key order.
    /// </returns>
    public static async IAsyncEnumerable<string> ReadAsync(
        IStoreReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (ledger, books) = await reader.GetSettingsAsync().ConfigureAwait(false);
        yield return $"{ledger}";
        foreach (var book in books)
        {
            yield return $"{book}";
        }

        await foreach (var line in MasterDataAsync(reader, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }

        foreach (var sku in await reader.GetSkusWithRowsAsync().ConfigureAwait(false))
        {
            await foreach (var line in SkuAsync(reader, sku, cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }
        }
    }

    private static async IAsyncEnumerable<string> MasterDataAsync(
        IStoreReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var sku in reader.ReadSkusAsync(0).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return $"{sku}";
        }

        await foreach (var location in reader.ReadLocationsAsync().WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{location}";
        }

        await foreach (var reason in reader.ReadReasonsAsync().WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{reason}";
        }

        await foreach (var reference in reader.ReadReferencesAsync().WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{reference}";
        }

        await foreach (var identifier in reader.ReadIdentifiersAsync().WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{identifier}";
        }

        await foreach (var commit in reader.ReadCommitsAsync(0).WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{commit}";
        }

        await foreach (var command in reader.ReadCommandsAsync(0, 0).WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{command} {command.Row.ComputeCheck()}";
        }
    }

    private static async IAsyncEnumerable<string> SkuAsync(
        IStoreReader reader, int sku, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entries = reader.ReadEntriesAsync(sku, EntryKey.Start, EntryKey.End);
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return $"{entry}";
        }

        await foreach (var promise in reader.ReadPromisesAsync(sku, 0).WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return $"{promise}";
        }

        foreach (var line in Lines(await reader.GetProjectionsAsync(sku).ConfigureAwait(false)))
        {
            yield return line;
        }
    }

    internal static IEnumerable<string> Lines(SkuProjections rows) =>
    [
        $"{rows.Head}",
        .. rows.Positions.Select(row => $"{row}"),
        .. rows.Balances.Select(row => $"{row}"),
        .. rows.Lots.Select(row => $"{row}"),
        .. rows.Reversed.Select(row => $"{row}"),
        .. rows.Legs.Select(row => $"{row}"),
        .. rows.Days.Select(row => $"{row}"),
        .. rows.Blocks.Select(row => $"{row}"),
        .. rows.BlockBalances.Select(row => $"{row}"),
        .. rows.Checkpoints.Select(row => $"{row}"),
        .. rows.Layers.Select(row => $"{row}"),
        .. rows.Takes.Select(row => $"{row}"),
        .. rows.LotCosts.Select(row => $"{row}"),
    ];
}
