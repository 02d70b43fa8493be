using Inventory.Books;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.History;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Pipeline;

/// <summary>Loads what decisions need into a stock: one set-based look-up per kind of row.</summary>
internal sealed class StockLoader(BookKeeper keeper)
{
    /// <summary>Loads needs from what is committed; books are taken on over what the batch adds.</summary>
    public async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs, DecidedBatch batch)
    {
        await LoadCatalogAsync(reader, stock, needs).ConfigureAwait(false);
        await LoadRowsAsync(reader, stock, needs).ConfigureAwait(false);
        await PromiseLoader.LoadAsync(reader, stock, needs, batch.Changes.Recorded).ConfigureAwait(false);
        if (needs.HasBins)
        {
            await LoadBinsAsync(reader, stock, needs.Bins, batch).ConfigureAwait(false);
        }

        if (needs.HasDates)
        {
            await DatedLoader.LoadAsync(reader, stock, needs.Dates, batch).ConfigureAwait(false);
        }

        if (needs.HasBinding)
        {
            await GoodsLoader.LoadAsync(reader, stock, needs).ConfigureAwait(false);
        }

        if (needs.Commands.Count > 0)
        {
            await LoadTracesAsync(reader, stock, needs.Commands).ConfigureAwait(false);
        }

        foreach (var question in needs.Lows)
        {
            var heads = await reader.GetHeadsAsync([question.Sku]).ConfigureAwait(false);
            var window = stock.FindSku(question.Sku)!;
            var hasLots = window.Sku.Tracking != Catalog.Tracking.None;
            window.Put(question, await TimelineReader.LowestAsync(reader, heads[0], question, hasLots)
                .ConfigureAwait(false));
        }

        foreach (var (sku, cover) in needs.Books)
        {
            if (stock.FindSku(sku) is { } window)
            {
                window.Book = await keeper.OpenAsync(reader, stock, sku, [.. batch.EntriesOf(sku)], cover)
                    .ConfigureAwait(false);
            }
        }

        foreach (var lots in needs.BookLots.GroupBy(lot => lot.Sku, lot => lot.Lot))
        {
            if (stock.FindSku(lots.Key)?.Book is SpecificFold fold)
            {
                await BookKeeper.PutLotsAsync(reader, stock.InlineBook!, lots.Key, fold, [.. lots])
                    .ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask LoadCatalogAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        if (needs.SkuCodes.Count > 0)
        {
            var found = await reader.FindSkusAsync(needs.SkuCodes).ConfigureAwait(false);
            foreach (var row in found)
            {
                stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
            }

            foreach (var code in needs.SkuCodes.Except(found.Select(row => row.Sku.CodeKey), StringComparer.Ordinal))
            {
                stock.Put(code, sku: null, head: null);
            }
        }

        if (needs.SkuNumbers.Count > 0)
        {
            foreach (var row in await reader.GetSkusAsync(needs.SkuNumbers).ConfigureAwait(false))
            {
                stock.Put(row.Sku.CodeKey, row.Sku, row.Head);
            }
        }

        if (needs.LocationCodes.Count > 0)
        {
            var found = (await reader.FindLocationsAsync(needs.LocationCodes).ConfigureAwait(false))
                .ToDictionary(l => l.CodeKey);
            foreach (var code in needs.LocationCodes)
            {
                stock.Put(code, found.GetValueOrDefault(code));
            }

            await LoadLocationsAsync(reader, stock, Above(found.Values)).ConfigureAwait(false);
        }

        if (needs.LocationNumbers.Count > 0)
        {
            await LoadLocationsAsync(reader, stock, needs.LocationNumbers).ConfigureAwait(false);
        }

        if (needs.ReasonCodes.Count > 0)
        {
            var found = (await reader.FindReasonsAsync(needs.ReasonCodes).ConfigureAwait(false))
                .ToDictionary(r => r.CodeKey);
            foreach (var code in needs.ReasonCodes)
            {
                stock.Put(code, found.GetValueOrDefault(code));
            }
        }

        if (needs.HasReferences)
        {
            await ReferenceLoading.LoadAsync(reader, stock, needs).ConfigureAwait(false);
        }

        if (needs.Identifiers.Count > 0)
        {
            var found = (await reader.FindIdentifiersAsync(needs.Identifiers).ConfigureAwait(false))
                .ToLookup(i => (i.Kind, i.Value));
            foreach (var name in needs.Identifiers)
            {
                stock.Put(name.Kind, name.Value, [.. found[name]]);
            }
        }
    }

    // Those above them come along: what they are frozen for holds below them.
    public static async ValueTask LoadLocationsAsync(
        IStoreReader reader, Stock stock, IReadOnlyCollection<int> numbers)
    {
        for (var missing = numbers; missing.Count > 0;)
        {
            var found = await reader.GetLocationsAsync(missing).ConfigureAwait(false);
            foreach (var location in found)
            {
                stock.Put(location.CodeKey, location);
            }

            missing = Above(found);
        }
    }

    // A parent is older than what lies in it, so that this comes to an end even in a damaged ledger.
    private static HashSet<int> Above(IEnumerable<Location> locations) =>
        [.. locations.Where(location => location.Parent != 0 && location.Parent < location.Number)
            .Select(location => location.Parent)];

    private static async ValueTask LoadRowsAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        if (needs.Balances.Count > 0)
        {
            var found = (await reader.GetBalancesAsync(needs.Balances).ConfigureAwait(false))
                .ToDictionary(b => (b.Sku, b.Spot));
            foreach (var key in needs.Balances)
            {
                stock.FindSku(key.Sku)?.Put(found.GetValueOrDefault(key, new Balance(key.Sku, key.Spot, 0, 0)));
            }
        }

        if (needs.Lots.Count > 0)
        {
            var found = (await reader.FindLotsAsync(needs.Lots).ConfigureAwait(false))
                .ToDictionary(l => (l.Lot.Sku, l.Lot.CodeKey));
            foreach (var key in needs.Lots)
            {
                stock.FindSku(key.Sku)?.Put(key.CodeKey, found.GetValueOrDefault(key));
            }
        }

        if (needs.HasLotSpots)
        {
            var found = (await reader.GetLotBalancesAsync(needs.LotSpots).ConfigureAwait(false))
                .ToLookup(balance => (balance.Sku, balance.Spot.Lot));
            foreach (var key in needs.LotSpots)
            {
                stock.FindSku(key.Sku)?.Put(key.Lot, [.. found[key]]);
            }
        }

        if (needs.LotNumbers.Count > 0)
        {
            foreach (var lot in await reader.GetLotsAsync(needs.LotNumbers).ConfigureAwait(false))
            {
                stock.FindSku(lot.Lot.Sku)?.Put(lot.Lot.CodeKey, lot);
            }
        }
    }

    // What is committed, and what the batch has changed in it.
    private static async ValueTask LoadBinsAsync(
        IStoreReader reader, Stock stock, HashSet<int> places, DecidedBatch batch)
    {
        var contents = (await reader.GetBinContentsAsync(places).ConfigureAwait(false)).Concat(batch.Bins)
            .ToLookup(content => content.Place);
        foreach (var place in places)
        {
            stock.PutBin(place, new BinWindow(contents[place]));
        }
    }

    private static async ValueTask LoadTracesAsync(
        IStoreReader reader, Stock stock, IReadOnlyCollection<CommandKey> keys)
    {
        var found = (await reader.FindCommandsAsync(keys).ConfigureAwait(false)).ToDictionary(record => record.Key);
        foreach (var key in keys)
        {
            stock.Put(key, found.TryGetValue(key, out var record) ? await TraceAsync(reader, stock, record)
                .ConfigureAwait(false) : null);
        }
    }

    private static async ValueTask<CommandTrace> TraceAsync(IStoreReader reader, Stock stock, CommandRecord record)
    {
        var reply = ReplyCodec.Decode(record.Reply.Span);
        var byKey = (await reader.GetEntriesAsync([.. reply.Entries.Select(entry => (entry.Sku, entry.Key))])
            .ConfigureAwait(false))
            .ToDictionary(entry => (entry.Sku, entry.Key));
        var entries = reply.Entries.Select(entry => byKey[(entry.Sku, entry.Key)]).ToList();
        var reversed = (await reader.GetReversedAsync([.. entries.Select(entry => (entry.Sku, entry.Sequence))])
            .ConfigureAwait(false))
            .ToDictionary(row => (row.Sku, row.Sequence), row => row.Quantity);
        var legs = await reader.GetLegsAsync([.. reply.Legs.Select(sku => (sku, record.Commit, record.Ordinal))])
            .ConfigureAwait(false);
        var allocations = await GoodsLoader.AllocationsAsync(reader, legs).ConfigureAwait(false);

        // The decision reads the places of the original entries by number.
        var places = entries.SelectMany(entry => new[] { entry.From.Place, entry.To.Place }).ToHashSet();
        await LoadLocationsAsync(reader, stock, places).ConfigureAwait(false);

        return new CommandTrace(
            record, reply, entries,
            [.. entries.Select(entry => reversed.GetValueOrDefault((entry.Sku, entry.Sequence)))],
            [.. legs.OrderBy(leg => leg.Key.Leg)], allocations);
    }
}
