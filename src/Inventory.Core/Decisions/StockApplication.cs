using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>Makes a decided change part of the stock and of the batch.</summary>
internal static class StockApplication
{
    public static void Apply(Stock stock, ChangeSet change, CommitBatch batch)
    {
        batch.Add(change);
        if (change.Catalog is { } catalog)
        {
            ApplyCatalog(stock, catalog, batch);
        }

        foreach (var lot in change.Lots)
        {
            var window = stock.FindSku(lot.Sku)!;
            window.LotCount = lot.Number;
            window.Put(lot.CodeKey, new LotBalance(lot, 0, 0));
            (window.Book as SpecificFold)?.Begin(lot.Number);
            batch.TouchHead(lot.Sku, window.Sequence);
            batch.TouchLot(lot.Sku, lot.Number);
        }

        // What is fulfilled leaves with its promise, so the promises come first.
        if (change.Promises.Count + change.Legs.Count > 0)
        {
            ApplyPromises(stock, change, batch);
        }

        if (change.Entries.Count > 0)
        {
            ApplyEntries(stock, change, batch);
        }

        batch.GuardLosses(stock);
        foreach (var sku in change.Versions)
        {
            batch.GuardVersion(stock.FindSku(sku)!);
        }
    }

    private static void ApplyPromises(Stock stock, ChangeSet change, CommitBatch batch)
    {
        foreach (var promise in change.Promises)
        {
            var window = stock.FindSku(promise.Sku)!;
            if (promise.Spot is { } spot)
            {
                batch.TouchBalance(window.BalanceOf(spot));
            }

            window.Promise(promise);
            batch.Add(promise);
            if (window.HasDates)
            {
                ApplyDated(window, change, promise, batch);
            }

            if (promise.Held + promise.Committed < 0)
            {
                batch.GuardWaiting(promise.Sku, promise.Position, window.PositionOf(promise.Position).Backordered);
            }

            if (promise.Fulfilled > 0)
            {
                batch.NoteFree(promise.Sku, promise.Position, promise.Fulfilled, isGuarded: false);
            }
        }

        foreach (var leg in change.Legs)
        {
            batch.Add(leg);
        }

        foreach (var guard in change.Promised.Guards)
        {
            batch.Guard(guard.Sku, guard.Key, guard.AtLeast);
        }
    }

    private static void ApplyDated(SkuWindow window, ChangeSet change, PromiseEntry promise, CommitBatch batch)
    {
        if (promise.Step == PromiseStep.Settle)
        {
            batch.SettleNeeds(promise);
            return;
        }

        foreach (var need in DatedNeed.Of(
            promise, change.Promised.TermsOf(promise.Leg), window.RemovalOf(promise.Spot?.Lot ?? 0)))
        {
            window.PromiseDated(need);
            batch.MoveNeed(need);
        }
    }

    private static void ApplyEntries(Stock stock, ChangeSet change, CommitBatch batch)
    {
        foreach (var place in change.Bins)
        {
            if (stock.TryGetBin(place, out var bin))
            {
                batch.GuardBin(place, bin);
            }
        }

        var replies = new ReplyEntry[change.Entries.Count];
        for (var i = 0; i < replies.Length; i++)
        {
            var entry = change.Entries[i];
            var window = stock.FindSku(entry.Sku)!;
            batch.TouchHead(entry.Sku, window.Sequence);
            entry.SetChain(EntryChain.Next(window.Chain, entry));
            Advance(window, entry);
            Move(stock, window, batch, entry, entry.From, -entry.Quantity);
            Move(stock, window, batch, entry, entry.To, entry.Quantity);
            if (entry.Reverses != 0)
            {
                var key = (entry.Sku, entry.Reverses);
                batch.Reversed[key] = batch.Reversed.GetValueOrDefault(key) + entry.Quantity;
            }

            batch.Add(entry);
            replies[i] = new ReplyEntry(entry.Sku, entry.Key, entry.Quantity, Fold(stock, window, entry));
        }

        change.Reply = change.Reply with { Entries = replies };
    }

    private static void Advance(SkuWindow window, Entry entry)
    {
        window.Sequence = entry.Sequence;
        window.Effective = Math.Max(window.Effective, entry.Effective);
        window.Recorded = entry.Recorded;
        window.Chain = entry.Chain;
        window.ForgetLows();
    }

    private static void Move(
        Stock stock, SkuWindow window, CommitBatch batch, Entry entry, Spot spot, long change)
    {
        var place = stock.Location(spot.Place);
        if (!place.IsOwn)
        {
            return;
        }

        var key = spot.In(place.Pool);
        batch.TouchBalance(window.BalanceOf(spot));
        window.Move(spot, key, change, entry);
        if (place.IsStockedBin)
        {
            MoveBin(stock, window.Sku.Number, batch, place.Number, change);
        }

        batch.Move(window.Sku.Number, key, StatusQuantities.Of(spot.Status, change), 0, 0, 0);
        if (spot.Status == StockStatus.Available && change > 0)
        {
            batch.GuardWaiting(window.Sku.Number, key, window.PositionOf(key).Backordered);
        }

        if (spot.Status == StockStatus.Available && change != 0 && !MovementRules.StatesTruth(entry))
        {
            batch.NoteFree(window.Sku.Number, key, change, isGuarded: change < 0 && place.Floor == 0);
        }

        if (spot.Lot != 0)
        {
            if (spot.Status == StockStatus.Available
                && window.RemovalOf(spot.Lot) is < LotTerm.Never and var removal)
            {
                window.MoveDated(key, removal, change);
                batch.MoveSupply(window.Sku.Number, key, removal, change);
            }

            window.MoveLot(spot.Lot, change, entry.Sequence);
            batch.TouchLot(window.Sku.Number, spot.Lot);
        }
    }

    private static void MoveBin(Stock stock, int sku, CommitBatch batch, int place, long change)
    {
        batch.MoveBin(sku, place, change);
        if (stock.TryGetBin(place, out var bin))
        {
            bin.Move(sku, change);
        }
    }

    private static long? Fold(Stock stock, SkuWindow window, Entry entry)
    {
        if (stock.InlineBook is null)
        {
            return null;
        }

        // The book in the window stands at the last entry in time: a fact before it, or the undoing of an issue whose
        // cost is not at hand, makes it unknown until it is loaded again. What came in cost what was stated all the
        // same, book or no book at hand.
        var original = entry.Cost;
        var direction = stock.Direction(entry);
        if (window.Book is not { } book || entry.IsLate || (entry.Reverses != 0 && direction > 0 && original is null))
        {
            window.Book = null;
            return direction > 0 ? original : null;
        }

        return book.Fold(entry, direction, original);
    }

    private static void ApplyCatalog(Stock stock, CatalogChange change, CommitBatch batch)
    {
        var ledger = stock.Ledger with { CatalogVersion = stock.Ledger.CatalogVersion + 1 };
        if (change.Sku is { } sku)
        {
            batch.Skus[sku.Number] = sku;
            if (stock.FindSku(sku.Number) is { } window)
            {
                stock.MoveVariant(sku.Number, window.Sku.Variant?.Template ?? 0, sku.Variant?.Template ?? 0);
                window.Sku = sku;
                if (change.RestsOnHead)
                {
                    batch.TouchHead(sku.Number, window.Sequence);
                }
            }
            else
            {
                ledger = ledger with { Skus = sku.Number };
                stock.Put(sku.CodeKey, sku, Head.Of(sku.Number));
            }
        }

        if (change.Location is { } location)
        {
            ledger = ledger with { Locations = Math.Max(ledger.Locations, location.Number) };
            stock.Replace(location);
            batch.Add(location);
        }

        if (change.Reason is { } reason)
        {
            ledger = ledger with { Reasons = reason.Number };
            stock.Put(reason.CodeKey, reason);
            batch.Add(reason);
        }

        if (change.Reference is { } reference)
        {
            ledger = ledger with { References = ledger.References.Including(reference.Kind, reference.Number) };
            stock.Replace(reference);
            batch.References[(reference.Kind, reference.Number)] = reference;
        }

        if (change.Identifier is { } identifier)
        {
            stock.TryGetIdentifiers(identifier.Kind, identifier.Value, out var others);
            stock.Put(identifier.Kind, identifier.Value, [.. others ?? [], identifier]);
            batch.Add(identifier);
        }

        if (change.Lot is { } lot)
        {
            var of = stock.FindSku(lot.Sku)!;
            of.Replace(lot);
            batch.TouchHead(lot.Sku, of.Sequence);
            batch.TouchLot(lot.Sku, lot.Number);
        }

        stock.Advance(ledger);
        batch.Catalog = ledger;
    }
}
