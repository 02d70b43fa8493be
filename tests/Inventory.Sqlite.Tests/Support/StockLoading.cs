using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>Loads what a decision needs, through the look-ups of a reader.</summary>
internal static class StockLoading
{
    public static async Task LoadAsync(IStoreReader reader, Stock stock, Needs needs, CommitBatch batch)
    {
        await LoadCatalogAsync(reader, stock, needs);
        await LoadRowsAsync(reader, stock, needs, batch.Recorded);
        if (needs.HasDates)
        {
            await LoadDatesAsync(reader, stock, needs, batch);
        }

        foreach (var place in needs.HasBins ? needs.Bins : [])
        {
            var there = await reader.GetBinContentsAsync([place]);
            stock.PutBin(place, new BinWindow([.. there, .. batch.Bins.Where(content => content.Place == place)]));
        }

        foreach (var key in needs.Commands)
        {
            var found = await reader.FindCommandsAsync([key]);
            stock.Put(key, found is [var record] ? await TraceAsync(reader, record) : null);
        }

        foreach (var question in needs.Lows)
        {
            stock.FindSku(question.Sku)!.Put(question, await LowestAsync(reader, question));
        }
    }

    private static async Task LoadCatalogAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        foreach (var code in needs.SkuCodes)
        {
            var found = await reader.FindSkusAsync([code]);
            stock.Put(code, found.SingleOrDefault()?.Sku, found.SingleOrDefault()?.Head);
        }

        foreach (var row in await reader.GetSkusAsync(needs.SkuNumbers))
        {
            stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
        }

        foreach (var code in needs.LocationCodes)
        {
            stock.Put(code, (await reader.FindLocationsAsync([code])).SingleOrDefault());
        }

        foreach (var location in await reader.GetLocationsAsync(needs.LocationNumbers))
        {
            stock.Put(location.CodeKey, location);
        }

        foreach (var code in needs.ReasonCodes)
        {
            stock.Put(code, (await reader.FindReasonsAsync([code])).SingleOrDefault());
        }

        foreach (var (kind, code) in needs.ReferenceCodes)
        {
            stock.Put(kind, code, (await reader.FindReferencesAsync([(kind, code)])).SingleOrDefault());
        }

        foreach (var row in await reader.GetReferencesAsync(needs.ReferenceNumbers))
        {
            stock.Put(row.Kind, row.CodeKey, row);
        }

        foreach (var template in needs.Variants)
        {
            var variants = await reader.GetVariantsAsync(template);
            foreach (var row in variants)
            {
                stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
            }

            stock.Put(template, [.. variants.Select(row => row.Sku.Number)]);
        }

        foreach (var (kind, value) in needs.Identifiers)
        {
            stock.Put(kind, value, await reader.FindIdentifiersAsync([(kind, value)]));
        }
    }

    private static async Task LoadRowsAsync(IStoreReader reader, Stock stock, Needs needs, long now)
    {
        foreach (var key in needs.Positions)
        {
            var found = await reader.GetPositionsAsync([key]);
            var due = await reader.GetHoldsDueAsync([key], now);
            stock.FindSku(key.Sku)!.Put(
                found is [var position] ? position : new Position(key.Sku, key.Key, default), due[0]);
        }

        foreach (var key in needs.Balances)
        {
            var found = await reader.GetBalancesAsync([key]);
            stock.FindSku(key.Sku)!.Put(found is [var balance] ? balance : new Balance(key.Sku, key.Spot, 0, 0));
        }

        foreach (var key in needs.Lots)
        {
            stock.FindSku(key.Sku)!.Put(key.CodeKey, (await reader.FindLotsAsync([key])).SingleOrDefault());
        }

        foreach (var (sku, lot) in needs.LotSpots)
        {
            stock.FindSku(sku)!.Put(lot, await reader.GetLotBalancesAsync([(sku, lot)]));
        }

        foreach (var lot in await reader.GetLotsAsync(needs.LotNumbers))
        {
            stock.FindSku(lot.Lot.Sku)!.Put(lot.Lot.CodeKey, lot);
        }
    }

    private static async Task LoadDatesAsync(IStoreReader reader, Stock stock, Needs needs, CommitBatch batch)
    {
        foreach (var ((sku, key), through) in needs.Dates)
        {
            var supply = await reader.GetDatedSupplyAsync([(sku, key, through)]);
            var promised = await reader.GetDatedNeedsAsync([(sku, key)], batch.Recorded);
            stock.FindSku(sku)!.Put(key, new DatedWindow(
                through, [.. supply, .. batch.Supply.Where(row => (row.Sku, row.Key) == (sku, key))],
                [.. promised, .. batch.DatedNeeds.Where(row => (row.Sku, row.Key) == (sku, key))]));
        }
    }

    private static async Task<CommandTrace> TraceAsync(IStoreReader reader, CommandRecord record)
    {
        var reply = ReplyCodec.Decode(record.Reply.Span);
        var entries = await reader.GetEntriesAsync([.. reply.Entries.Select(entry => (entry.Sku, entry.Key))]);
        var reversed = await reader.GetReversedAsync([.. entries.Select(entry => (entry.Sku, entry.Sequence))]);
        var legs = await reader.GetLegsAsync([.. reply.Legs.Select(sku => (sku, record.Commit, record.Ordinal))]);
        return new CommandTrace(
            record, reply, entries,
            [.. entries.Select(entry => reversed
                .FirstOrDefault(row => row.Sku == entry.Sku && row.Sequence == entry.Sequence).Quantity)],
            [.. legs.OrderBy(leg => leg.Key.Leg)],
            await reader.GetAllocationsAsync([.. reply.Legs.Select(sku => (sku, record.Commit, record.Ordinal))]));
    }

    // From the very first entry: slow, and hard to get wrong.
    private static async Task<LowAnswer> LowestAsync(IStoreReader reader, LowQuestion question)
    {
        var (quantity, low) = (0L, new LowAnswer(0, question.From));
        await foreach (var entry in reader.ReadEntriesAsync(question.Sku, EntryKey.Start, EntryKey.End))
        {
            quantity += (entry.To == question.Spot ? entry.Quantity : 0)
                - (entry.From == question.Spot ? entry.Quantity : 0);
            if (entry.Effective <= question.From)
            {
                low = new LowAnswer(quantity, question.From);
            }
            else if (entry.Effective < question.Until && quantity < low.Quantity)
            {
                low = new LowAnswer(quantity, entry.Effective);
            }
        }

        return low;
    }
}
