using Inventory.Decisions;

namespace Inventory.Core.Tests.Support;

/// <summary>
/// A decision asks only for rows that are not loaded: a row loaded again would replace one that has been changed
/// since, by commands that the store does not know yet.
/// </summary>
internal static class NeedsLaw
{
    public static void Check(Stock stock, Needs needs, long now)
    {
        Assert.DoesNotContain(needs.SkuCodes, code => stock.TryGetSku(code, out _));
        Assert.DoesNotContain(needs.SkuNumbers, number => stock.FindSku(number) is not null);
        Assert.DoesNotContain(needs.LocationCodes, code => stock.TryGetLocation(code, out _));
        Assert.DoesNotContain(needs.LocationNumbers, number => stock.TryGetLocation(number) is not null);
        Assert.DoesNotContain(needs.ReasonCodes, code => stock.TryGetReason(code, out _));
        Assert.DoesNotContain(needs.ReferenceCodes, row => stock.TryGetReference(row.Kind, row.CodeKey, out _));
        Assert.DoesNotContain(needs.ReferenceNumbers, row => stock.FindReference(row.Kind, row.Number) is not null);
        Assert.DoesNotContain(needs.Variants, template => stock.TryGetVariants(template, out _));
        Assert.DoesNotContain(needs.Identifiers, name => stock.TryGetIdentifiers(name.Kind, name.Value, out _));
        Assert.DoesNotContain(needs.Commands, key => stock.TryGetTrace(key, out _));
        Assert.DoesNotContain(needs.Positions, key => stock.FindSku(key.Sku)!.TryGetPosition(key.Key, now, out _));
        Assert.DoesNotContain(needs.Holders, holder => stock.TryGetHolder(holder, out _));
        Assert.DoesNotContain(needs.Taken, taken => stock.TryGetTaken(taken.Holder, taken.LineSku, out _));
        Assert.DoesNotContain(needs.Queues, at => stock.TryGetQueue(at.Key.Sku, at.Key.Key, at.Value, out _));
        Assert.DoesNotContain(needs.Promises, at => stock.TryGetPromises(at.Key.Sku, at.Key.Key, at.Value, out _));
        Assert.DoesNotContain(needs.Dates, at => stock.FindSku(at.Key.Sku)!.DatesOf(at.Key.Key)?.Through >= at.Value);
        Assert.DoesNotContain(needs.Balances, key => stock.FindSku(key.Sku)!.TryGetBalance(key.Spot, out _));
        Assert.DoesNotContain(needs.HasBins ? needs.Bins : [], place => stock.TryGetBin(place, out _));
        Assert.DoesNotContain(needs.Lots, key => stock.FindSku(key.Sku)!.TryGetLot(key.CodeKey, out _));
        Assert.DoesNotContain(needs.LotNumbers, key => stock.FindSku(key.Sku)!.LotByNumber(key.Lot) is not null);
        Assert.DoesNotContain(needs.LotSpots, key => stock.FindSku(key.Sku)!.SpotsOf(key.Lot) is not null);
        Assert.DoesNotContain(needs.Lows, question => stock.FindSku(question.Sku)!.TryGetLow(question, out _));
    }
}
