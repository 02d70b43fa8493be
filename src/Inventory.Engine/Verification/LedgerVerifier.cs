using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Verification;

/// <summary>
/// Checks and rebuilds a ledger: master data and commits by their hashes, every SKU by replaying its two streams.
/// </summary>
internal sealed class LedgerVerifier(IInventoryStore store, int ledger, IReadOnlyList<BookDefinition> books)
{
    public async Task<VerifyReport> VerifyAsync(
        LedgerAnchor? anchor, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        await store.ReadAsync(
            ledger, reader => VerifyAsync(reader, anchor, progress, cancellationToken), cancellationToken)
                .ConfigureAwait(false);

    public async Task RebuildAsync(IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        var skus = await store.ReadAsync(ledger, SkusToRebuildAsync, cancellationToken).ConfigureAwait(false);
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

    // Those of the catalogue, which may have lost all their rows, and those that rows name.
    private static async ValueTask<IReadOnlyList<int>> SkusToRebuildAsync(IStoreReader reader)
    {
        var state = await reader.GetLedgerAsync().ConfigureAwait(false);
        var skus = await reader.GetSkusWithRowsAsync().ConfigureAwait(false);
        return [.. Enumerable.Range(1, state.Skus).Union(skus).Order()];
    }

    private async ValueTask<VerifyReport> VerifyAsync(
        IStoreReader reader, LedgerAnchor? anchor, IProgress<VerifyProgress>? progress,
        CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var commands = await CommandCheck.RunAsync(reader, findings).ConfigureAwait(false);
        await MasterDataCheck.RunAsync(reader, commands, findings).ConfigureAwait(false);
        var skus = new SortedSet<int>(commands.Skus);
        await findings.CheckAsync(
            "sku", "of some table",
            async () =>
            {
                skus.UnionWith(await reader.GetSkusWithRowsAsync().ConfigureAwait(false));
                var known = (await reader.GetLedgerAsync().ConfigureAwait(false)).Skus;
                foreach (var sku in skus.Where(sku => sku < 1 || sku > known))
                {
                    findings.Add("sku", $"number {sku}", "has rows, but is not in the catalogue");
                }
            }).ConfigureAwait(false);
        using var anchored = new AnchorHash();
        var suspects = new List<int>();
        var entries = 0L;
        var done = 0;
        foreach (var sku in skus)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await findings.CheckAsync("sku", $"number {sku}", async () =>
            {
                var replayed = await SkuReplay.RunAsync(reader, books, sku).ConfigureAwait(false);
                entries += replayed.Entries.Count;
                anchored.Add(sku, replayed.ChainAt(anchor?.Commit ?? 0));
                if (commands.Count(sku, replayed))
                {
                    await ReportAsync(reader, replayed, findings).ConfigureAwait(false);
                }
                else
                {
                    suspects.Add(sku);
                }
            }).ConfigureAwait(false);
            progress?.Report(new VerifyProgress(++done, skus.Count));
        }

        await ReportSuspectsAsync(reader, suspects, findings).ConfigureAwait(false);
        await commands.CompareAsync(reader, findings).ConfigureAwait(false);
        if (anchor is not null && anchored.ToDigest() != anchor.Hash)
        {
            findings.Add("anchor", $"of commit {anchor.Commit}", "was taken from another history up to that commit");
        }

        return new VerifyReport(skus.Count, entries, commands.Commands, findings.All);
    }

    // Their entries are not those the commands answered with: the answers are read once more, to find the first that
    // differs.
    private async ValueTask ReportSuspectsAsync(IStoreReader reader, List<int> suspects, Findings findings)
    {
        var answers = await EntryAnswers.ReadAsync(reader, suspects).ConfigureAwait(false);
        foreach (var sku in suspects)
        {
            await findings.CheckAsync("sku", $"number {sku}", async () =>
            {
                var replayed = await SkuReplay.RunAsync(reader, books, sku, answers).ConfigureAwait(false);
                await ReportAsync(reader, replayed, findings).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    // Rows that follow a broken stream would only repeat what is wrong with it.
    private static async ValueTask ReportAsync(IStoreReader reader, SkuReplay replayed, Findings findings)
    {
        findings.AddRange(replayed.Findings);
        if (replayed.Findings.Count == 0)
        {
            await ProjectionCheck.RunAsync(reader, replayed.Projections, findings).ConfigureAwait(false);
        }
    }
}
