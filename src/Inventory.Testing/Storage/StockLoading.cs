using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>Loads what a decision needs, row by row: slow, and too simple to be wrong.</summary>
internal static class StockLoading
{
    public static async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs, CommitBatch batch)
    {
        var now = batch.Recorded;
        await LoadCatalogAsync(reader, stock, needs).ConfigureAwait(false);
        await LoadStockAsync(reader, stock, needs, now).ConfigureAwait(false);
        await PromiseLoading.LoadAsync(reader, stock, needs, now).ConfigureAwait(false);
        await PromiseLoading.LoadDatesAsync(reader, stock, needs, batch).ConfigureAwait(false);
        foreach (var place in needs.HasBins ? needs.Bins : [])
        {
            var there = await reader.GetBinContentsAsync([place]).ConfigureAwait(false);
            stock.PutBin(place, new BinWindow([.. there, .. batch.Bins.Where(content => content.Place == place)]));
        }

        foreach (var key in needs.Commands)
        {
            var found = await reader.FindCommandsAsync([key]).ConfigureAwait(false);
            stock.Put(key, found is [var record] ? await TraceAsync(reader, stock, record).ConfigureAwait(false)
                : null);
        }

        foreach (var question in needs.Lows)
        {
            stock.FindSku(question.Sku)!.Put(question, await LowestAsync(reader, question).ConfigureAwait(false));
        }
    }

    private static async ValueTask LoadCatalogAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        foreach (var code in needs.SkuCodes)
        {
            var found = await reader.FindSkusAsync([code]).ConfigureAwait(false);
            stock.Put(code, First(found)?.Sku, First(found)?.Head);
        }

        foreach (var row in await reader.GetSkusAsync(needs.SkuNumbers).ConfigureAwait(false))
        {
            stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
        }

        foreach (var code in needs.LocationCodes)
        {
            stock.Put(code, First(await reader.FindLocationsAsync([code]).ConfigureAwait(false)));
        }

        foreach (var location in await reader.GetLocationsAsync(needs.LocationNumbers).ConfigureAwait(false))
        {
            stock.Put(location.CodeKey, location);
        }

        foreach (var code in needs.ReasonCodes)
        {
            stock.Put(code, First(await reader.FindReasonsAsync([code]).ConfigureAwait(false)));
        }

        foreach (var (kind, code) in needs.ReferenceCodes)
        {
            stock.Put(kind, code, First(await reader.FindReferencesAsync([(kind, code)]).ConfigureAwait(false)));
        }

        foreach (var row in await reader.GetReferencesAsync(needs.ReferenceNumbers).ConfigureAwait(false))
        {
            stock.Put(row.Kind, row.CodeKey, row);
        }

        foreach (var template in needs.Variants)
        {
            var variants = await reader.GetVariantsAsync(template).ConfigureAwait(false);
            foreach (var row in variants)
            {
                stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
            }

            stock.Put(template, [.. variants.Select(row => row.Sku.Number)]);
        }

        foreach (var name in needs.Identifiers)
        {
            stock.Put(name.Kind, name.Value, await reader.FindIdentifiersAsync([name]).ConfigureAwait(false));
        }
    }

    private static async ValueTask LoadStockAsync(IStoreReader reader, Stock stock, Needs needs, long now)
    {
        foreach (var (sku, key) in needs.Positions)
        {
            var found = await reader.GetPositionsAsync([(sku, key)]).ConfigureAwait(false);
            var due = await reader.GetHoldsDueAsync([(sku, key)], now).ConfigureAwait(false);
            stock.FindSku(sku)!.Put(found is [var position] ? position : new Position(sku, key, default), due[0]);
        }

        foreach (var (sku, spot) in needs.Balances)
        {
            var found = await reader.GetBalancesAsync([(sku, spot)]).ConfigureAwait(false);
            stock.FindSku(sku)!.Put(found is [var balance] ? balance : new Balance(sku, spot, 0, 0));
        }

        foreach (var (sku, code) in needs.Lots)
        {
            stock.FindSku(sku)!.Put(code, First(await reader.FindLotsAsync([(sku, code)]).ConfigureAwait(false)));
        }

        foreach (var (sku, lot) in needs.LotSpots)
        {
            var found = await reader.GetLotBalancesAsync([(sku, lot)]).ConfigureAwait(false);
            stock.FindSku(sku)!.Put(lot, found);
        }

        await PromiseLoading.LoadGoodsAsync(reader, stock, needs).ConfigureAwait(false);
        foreach (var lot in await reader.GetLotsAsync(needs.LotNumbers).ConfigureAwait(false))
        {
            stock.FindSku(lot.Lot.Sku)!.Put(lot.Lot.CodeKey, lot);
        }
    }

    private static async ValueTask<CommandTrace> TraceAsync(IStoreReader reader, Stock stock, CommandRecord record)
    {
        var reply = ReplyCodec.Decode(record.Reply.Span);
        var entries = new List<Entry>();
        var reversed = new List<long>();
        foreach (var made in reply.Entries)
        {
            entries.Add((await reader.GetEntriesAsync([(made.Sku, made.Key)]).ConfigureAwait(false))[0]);
            var found = await reader.GetReversedAsync([(made.Sku, made.Key.Sequence)]).ConfigureAwait(false);
            reversed.Add(found.Sum(row => row.Quantity));
        }

        foreach (var location in await reader.GetLocationsAsync([.. Places(entries)]).ConfigureAwait(false))
        {
            stock.Put(location.CodeKey, location);
        }

        var names = reply.Legs.Select(sku => (sku, record.Commit, record.Ordinal)).ToList();
        var legs = await reader.GetLegsAsync(names).ConfigureAwait(false);
        var allocations = await reader.GetAllocationsAsync(names).ConfigureAwait(false);
        return new CommandTrace(record, reply, entries, reversed, [.. legs.OrderBy(leg => leg.Key.Leg)], allocations);
    }

    private static T? First<T>(IReadOnlyList<T> found)
        where T : class => found is [var first, ..] ? first : null;

    private static IEnumerable<int> Places(List<Entry> entries) =>
        entries.SelectMany(entry => new[] { entry.From.Place, entry.To.Place }).Distinct();

    // Every entry of the SKU, from the first on.
    private static async ValueTask<LowAnswer> LowestAsync(IStoreReader reader, LowQuestion question)
    {
        var quantity = 0L;
        var low = new LowAnswer(0, question.From);
        await foreach (var entry in reader.ReadEntriesAsync(question.Sku, EntryKey.Start, EntryKey.End)
            .ConfigureAwait(false))
        {
            if (entry.Effective >= question.Until)
            {
                break;
            }

            quantity += (Matches(entry.To, question.Spot) ? entry.Quantity : 0)
                - (Matches(entry.From, question.Spot) ? entry.Quantity : 0);
            if (entry.Effective <= question.From)
            {
                low = new LowAnswer(quantity, question.From);
            }
            else if (quantity < low.Quantity)
            {
                low = new LowAnswer(quantity, entry.Effective);
            }
        }

        return low;
    }

    private static bool Matches(Spot spot, Spot asked) =>
        spot.Place == asked.Place && spot.Status == asked.Status && spot.Lot == asked.Lot;
}
