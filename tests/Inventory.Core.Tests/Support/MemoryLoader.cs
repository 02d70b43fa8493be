using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Core.Tests.Support;

/// <summary>Answers what a decision needs from the rows of a ledger, and from nothing else.</summary>
internal static class MemoryLoader
{
    public static void Load(MemoryLedger ledger, Stock stock, Needs needs, bool wholeBooks, long now)
    {
        LoadCatalog(ledger, stock, needs);
        LoadRows(ledger, stock, needs, now);
        LoadPromises(ledger, stock, needs, now);
        foreach (var place in needs.HasBins ? needs.Bins : [])
        {
            stock.PutBin(place, new BinWindow(ledger.ContentsOf(place)));
        }

        LoadGoods(ledger, stock, needs);
        if (needs.HasDates)
        {
            LoadDates(ledger, stock, needs.Dates, now);
        }

        foreach (var key in needs.Commands)
        {
            stock.Put(key, ledger.Commands.TryGetValue(key, out var record) ? Trace(ledger, stock, record) : null);
        }

        foreach (var question in needs.Lows)
        {
            stock.FindSku(question.Sku)!.Put(question, MemoryTimeline.Lowest(ledger, question));
        }

        foreach (var (sku, cover) in needs.Books)
        {
            stock.FindSku(sku)!.Book = MemoryBooks.Open(ledger, sku, wholeBooks ? null : cover);
        }

        foreach (var lots in needs.BookLots.GroupBy(lot => lot.Sku, lot => lot.Lot))
        {
            MemoryBooks.PutLots(ledger, lots.Key, stock.FindSku(lots.Key)!.Book, [.. lots]);
        }
    }

    /// <summary>Puts every row there is into a stock.</summary>
    public static void LoadEverything(MemoryLedger ledger, Stock stock, long now)
    {
        foreach (var location in ledger.Locations.Values)
        {
            stock.Put(location.CodeKey, location);
        }

        ledger.Reasons.ForEach(reason => stock.Put(reason.CodeKey, reason));
        ledger.References.Values.ToList().ForEach(row => stock.Put(row.Kind, row.CodeKey, row));
        foreach (var sku in ledger.Skus.Values)
        {
            stock.Put(sku.CodeKey, sku, ledger.Heads[sku.Number]);
            stock.FindSku(sku.Number)!.Book = ledger.InlineBook is null ? null : MemoryBooks
                .Open(ledger, sku.Number, null);
        }

        for (var template = 1; template <= ledger.State.References.VariantTemplates; template++)
        {
            PutVariants(ledger, stock, template);
        }

        foreach (var position in ledger.Positions.Values)
        {
            stock.FindSku(position.Sku)!.Put(position, ledger.DueOf(position.Sku, position.Key, now));
        }

        LoadDates(ledger, stock, ledger.Positions.Keys.ToDictionary(at => at, _ => int.MaxValue), now);

        foreach (var balance in ledger.Balances.Values)
        {
            stock.FindSku(balance.Sku)!.Put(balance);
        }

        foreach (var place in ledger.Locations.Values.Where(place => place.IsStockedBin))
        {
            stock.PutBin(place.Number, new BinWindow(ledger.ContentsOf(place.Number)));
        }

        foreach (var lot in ledger.Lots.Values)
        {
            stock.FindSku(lot.Lot.Sku)!.Put(lot.Lot.CodeKey, lot);
            PutLot(ledger, stock, lot.Lot.Sku, lot.Lot.Number);
        }

        foreach (var (sku, key) in ledger.Positions.Keys)
        {
            PutGoods(ledger, stock, sku, key);
        }

        foreach (var record in ledger.Commands.Values)
        {
            stock.Put(record.Key, Trace(ledger, stock, record));
        }
    }

    private static void LoadCatalog(MemoryLedger ledger, Stock stock, Needs needs)
    {
        foreach (var code in needs.SkuCodes)
        {
            var sku = ledger.Skus.Values.SingleOrDefault(sku => sku.CodeKey == code);
            stock.Put(code, sku, sku is null ? null : ledger.Heads[sku.Number]);
        }

        foreach (var number in needs.SkuNumbers)
        {
            stock.Put(ledger.Skus[number].CodeKey, ledger.Skus[number], ledger.Heads[number]);
        }

        foreach (var code in needs.LocationCodes)
        {
            stock.Put(code, ledger.Locations.Values.SingleOrDefault(location => location.CodeKey == code));
        }

        foreach (var number in needs.LocationNumbers)
        {
            stock.Put(ledger.Locations[number].CodeKey, ledger.Locations[number]);
        }

        foreach (var code in needs.ReasonCodes)
        {
            stock.Put(code, ledger.Reasons.SingleOrDefault(reason => reason.CodeKey == code));
        }

        foreach (var (kind, code) in needs.ReferenceCodes)
        {
            stock.Put(kind, code, ledger.References.Values
                .SingleOrDefault(row => row.Kind == kind && row.CodeKey == code));
        }

        foreach (var key in needs.ReferenceNumbers)
        {
            stock.Put(key.Kind, ledger.References[key].CodeKey, ledger.References[key]);
        }

        foreach (var template in needs.Variants)
        {
            PutVariants(ledger, stock, template);
        }

        foreach (var (kind, value) in needs.Identifiers)
        {
            stock.Put(kind, value,
                [.. ledger.Identifiers.Where(identifier => identifier.Kind == kind && identifier.Value == value)]);
        }
    }

    private static void PutVariants(MemoryLedger ledger, Stock stock, int template)
    {
        var variants = ledger.Skus.Values.Where(sku => sku.Variant?.Template == template).ToList();
        variants.ForEach(sku => stock.Put(sku.CodeKey, sku, ledger.Heads[sku.Number]));
        stock.Put(template, [.. variants.Select(sku => sku.Number)]);
    }

    private static void LoadRows(MemoryLedger ledger, Stock stock, Needs needs, long now)
    {
        foreach (var key in needs.Positions)
        {
            stock.FindSku(key.Sku)!.Put(
                ledger.Positions.GetValueOrDefault(key, new Position(key.Sku, key.Key, default)),
                ledger.DueOf(key.Sku, key.Key, now));
        }

        foreach (var key in needs.Balances)
        {
            stock.FindSku(key.Sku)!.Put(ledger.Balances.GetValueOrDefault(key, new Balance(key.Sku, key.Spot, 0, 0)));
        }

        foreach (var (sku, code) in needs.Lots)
        {
            stock.FindSku(sku)!.Put(code, ledger.Lots.Values
                .SingleOrDefault(lot => lot.Lot.Sku == sku && lot.Lot.CodeKey == code));
        }

        foreach (var (sku, lot) in needs.LotSpots)
        {
            PutLot(ledger, stock, sku, lot);
        }

        foreach (var key in needs.LotNumbers)
        {
            stock.FindSku(key.Sku)!.Put(ledger.Lots[key].Lot.CodeKey, ledger.Lots[key]);
        }
    }

    private static void PutLot(MemoryLedger ledger, Stock stock, int sku, long lot) => stock.FindSku(sku)!.Put(
        lot, [.. ledger.Balances.Values.Where(balance => balance.Sku == sku && balance.Spot.Lot == lot)]);

    private static void LoadDates(
        MemoryLedger ledger, Stock stock, Dictionary<(int Sku, PositionKey Key), int> asked, long now)
    {
        foreach (var (at, through) in asked)
        {
            var supply = ledger.Supply.Where(row => (row.Key.Sku, row.Key.Key) == at && row.Key.Removal <= through)
                .Select(row => new DatedSupply(at.Sku, at.Key, row.Key.Removal, row.Value));
            var needs = ledger.Needs.Where(row => (row.Key.Sku, row.Key.Key) == at)
                .Select(row => new DatedNeed(at.Sku, at.Key, row.Key.Expires, row.Key.NeededBy, row.Value))
                .Where(need => need.CountsAt(now));
            stock.FindSku(at.Sku)!.Put(at.Key, new DatedWindow(through, supply, needs));
        }
    }

    private static CommandTrace Trace(MemoryLedger ledger, Stock stock, CommandRecord record)
    {
        var reply = ReplyCodec.Decode(record.Reply.Span);
        var entries = reply.Entries.Select(entry => ledger.Find(entry.Sku, entry.Key)).ToList();
        foreach (var place in entries.SelectMany(entry => new[] { entry.From.Place, entry.To.Place }))
        {
            stock.Put(ledger.Locations[place].CodeKey, ledger.Locations[place]);
        }

        return new CommandTrace(
            record, reply, entries,
            [.. entries.Select(entry => ledger.Reversed.GetValueOrDefault((entry.Sku, entry.Sequence)))],
            [
                .. ledger.Legs.Values
                    .Where(leg => (leg.Key.Commit, leg.Key.Ordinal) == (record.Commit, record.Ordinal))
                    .OrderBy(leg => leg.Key.Leg),
            ],
            [
                .. ledger.Allocations.Values
                    .Where(row => (row.Leg.Commit, row.Leg.Ordinal) == (record.Commit, record.Ordinal)),
            ]);
    }

    private static void LoadPromises(MemoryLedger ledger, Stock stock, Needs needs, long now)
    {
        foreach (var holder in needs.Holders)
        {
            stock.PutHolder(
                holder, [.. ledger.Legs.Values.Where(leg => leg.Terms.Holder == holder && leg.HeldAt(now) > 0)]);
        }

        foreach (var (holder, sku) in needs.Taken)
        {
            stock.PutTaken(holder, sku, [.. ledger.Legs.Values.Where(leg =>
                leg.Terms.Holder == holder && leg.Terms.LineSku == sku)]);
        }

        foreach (var ((sku, key), quantity) in needs.Queues)
        {
            var queue = ledger.LegsOf(sku, key).Where(leg => leg.Backordered > 0)
                .OrderByDescending(leg => leg.Terms.Priority).ThenBy(leg => Name(leg.Key));
            stock.PutQueue(sku, key, Window(ledger, queue, quantity));
        }

        foreach (var ((sku, key), quantity) in needs.Promises)
        {
            var promises = ledger.LegsOf(sku, key).Where(leg => leg.PromisedAt(now) > 0)
                .OrderBy(leg => leg.Expires == 0).ThenByDescending(leg => leg.Expires)
                .ThenByDescending(leg => Name(leg.Key));
            stock.PutPromises(sku, key, Window(ledger, promises, quantity));
        }
    }

    private static PromiseWindow Window(MemoryLedger ledger, IEnumerable<ReservationLeg> legs, long quantity) => new(
        [
            .. legs.Select(leg => (ledger.Commands.Values.Single(
                record => (record.Commit, record.Ordinal) == (leg.Key.Commit, leg.Key.Ordinal)).Key, leg)),
        ],
        quantity)
    {
        Allocations = [.. ledger.Allocations.Values.Where(row => legs.Any(leg => leg.Key == row.Leg))],
    };

    private static void LoadGoods(MemoryLedger ledger, Stock stock, Needs needs)
    {
        foreach (var (sku, key) in needs.Goods)
        {
            PutGoods(ledger, stock, sku, key);
        }

        foreach (var (sku, spot) in needs.Bound)
        {
            PutBound(ledger, stock, sku, spot);
        }
    }

    private static void PutGoods(MemoryLedger ledger, Stock stock, int sku, PositionKey key)
    {
        var balances = ledger.Balances.Values.Where(balance => balance.Sku == sku
            && balance.Spot.In(ledger.Locations[balance.Spot.Place].Pool) == key).ToList();
        foreach (var balance in balances)
        {
            var place = ledger.Locations[balance.Spot.Place];
            stock.Put(place.CodeKey, place);
        }

        stock.FindSku(sku)!.PutAll(key, balances, ledger.Lots.Values.Where(lot => lot.Lot.Sku == sku));
    }

    private static void PutBound(MemoryLedger ledger, Stock stock, int sku, Spot spot) => stock.PutBound(
        sku, spot,
        [
            .. ledger.Allocations.Values.Where(row => row.Sku == sku && row.Spot == spot)
                .OrderByDescending(row => Name(row.Leg)).ThenBy(row => row.IsPicked)
                .Select(row => new BoundLeg(
                    ledger.Commands.Values.Single(
                        record => (record.Commit, record.Ordinal) == (row.Leg.Commit, row.Leg.Ordinal)).Key,
                    ledger.Legs[row.Leg], row)),
        ]);

    private static (long, int, int) Name(LegKey key) => (key.Commit, key.Ordinal, key.Leg);
}
