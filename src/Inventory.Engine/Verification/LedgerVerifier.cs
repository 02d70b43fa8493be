using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Verification;

/// <summary>Checks and rebuilds a ledger: master data and commits by their hashes, every SKU by replaying its two streams.</summary>
internal sealed class LedgerVerifier(IInventoryStore store, int ledger, IReadOnlyList<BookDefinition> books)
{
    public async Task<VerifyReport> VerifyAsync(IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            ledger, reader => VerifyAsync(reader, progress, cancellationToken), cancellationToken).ConfigureAwait(false);

    public async Task RebuildAsync(IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        var skus = await store.ReadAsync(ledger, reader => reader.GetSkusWithRowsAsync(), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < skus.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sku = skus[i];
            await store.WriteAsync(
                ledger,
                async writer =>
                {
                    var replayed = await SkuReplay.RunAsync(writer, books, sku).ConfigureAwait(false);
                    await writer.ReplaceProjectionsAsync(replayed.Projections).ConfigureAwait(false);
                    await writer.CommitAsync().ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            progress?.Report(new VerifyProgress(i + 1, skus.Count));
        }
    }

    private async ValueTask<VerifyReport> VerifyAsync(
        IStoreReader reader, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        await MasterDataCheck.RunAsync(reader, findings).ConfigureAwait(false);
        var commands = await CommandCheck.RunAsync(reader, findings).ConfigureAwait(false);
        var skus = await reader.GetSkusWithRowsAsync().ConfigureAwait(false);
        var entries = 0L;
        for (var i = 0; i < skus.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var replayed = await SkuReplay.RunAsync(reader, books, skus[i]).ConfigureAwait(false);
            entries += replayed.Entries.Count;
            commands.Count(replayed);
            findings.AddRange(replayed.Findings);

            // Rows that follow a broken stream would only repeat what is wrong with it.
            if (replayed.Findings.Count == 0)
            {
                ProjectionCheck.Compare(
                    replayed.Projections, await reader.GetProjectionsAsync(skus[i]).ConfigureAwait(false), findings);
            }

            progress?.Report(new VerifyProgress(i + 1, skus.Count));
        }

        await commands.CompareAsync(reader, findings).ConfigureAwait(false);
        return new VerifyReport(skus.Count, entries, commands.Commands, findings.All);
    }
}
