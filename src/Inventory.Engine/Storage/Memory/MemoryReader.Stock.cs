using Inventory.Days;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Storage.Memory;

/// <content>What is on hand, and of which lots.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<Position>> GetPositionsAsync(IReadOnlyCollection<(int Sku, PositionKey Key)> keys) =>
        Found(Values(Tables.Positions, keys));

    public ValueTask<IReadOnlyList<BinContent>> GetBinContentsAsync(IReadOnlyCollection<int> places) =>
        Found(places.Distinct().SelectMany(place => BatchGuards.ContentsOf(Tables, place)));

    public ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(IReadOnlyCollection<(int Sku, Spot Spot)> keys) =>
        Found(Values(Tables.Balances, keys.Select(key => Keys.Of(key.Sku, key.Spot))));

    public ValueTask<IReadOnlyList<Position>> GetPositionsOfAsync(int sku) => Found(PositionsOf(sku));

    public IAsyncEnumerable<Balance> ReadBalancesAsync(int sku) => Stream(BalancesOf(sku));

    public IAsyncEnumerable<(int Place, StockStatus Status)> ReadPlacesAsync(int sku) =>
        Stream(PlacesOf(sku));

    public ValueTask<IReadOnlyList<Balance>> GetLotBalancesAsync(IReadOnlyCollection<(int Sku, long Lot)> lots) =>
        Found(
        from of in lots.GroupBy(lot => lot.Sku, lot => lot.Lot)
        from at in PlacesOf(of.Key)
        from lot in of
        from balance in BalancesOf(of.Key, at.Place, at.Status, lot)
        select balance);

    public ValueTask<IReadOnlyList<LotBalance>> FindLotsAsync(IReadOnlyCollection<(int Sku, string CodeKey)> keys) =>
        Found(
        from key in keys
        from number in Values(Tables.LotCodes, [(key.Sku, new TextKey(key.CodeKey))])
        from lot in Values(Tables.Lots, [(key.Sku, number)])
        select lot.Row);

    public ValueTask<IReadOnlyList<LotBalance>> GetLotsAsync(IReadOnlyCollection<(int Sku, long Lot)> keys) =>
        Found(Values(Tables.Lots, keys).Select(lot => lot.Row));

    public ValueTask<IReadOnlyList<Reversed>> GetReversedAsync(IReadOnlyCollection<(int Sku, long Sequence)> entries) =>
        Found(Values(Tables.Reversed, entries));

    public ValueTask<IReadOnlyList<Reversed>> GetTransfersAsync(IReadOnlyCollection<int> skus) => Found(
        skus.SelectMany(sku => Tables.Reversed.From((sku, 0)).TakeWhile(row => row.Sku == sku))
            .Where(row => row.InTransit > 0));

    public IAsyncEnumerable<Reversed> ReadTransfersAsync() =>
        Stream(Tables.Reversed.Rows().Where(row => row.InTransit > 0));

    public IAsyncEnumerable<DayTotal> ReadDaysAsync(int sku, int from, int to) =>
        Stream(DaysOf(sku).Where(total => total.Date >= from && total.Date <= to));

    private IEnumerable<Position> PositionsOf(int sku) =>
        Tables.Positions.From((sku, default)).TakeWhile(position => position.Sku == sku);

    private IEnumerable<Balance> BalancesOf(int sku) =>
        Tables.Balances.From((sku, 0, StockStatus.Available, 0, 0, 0)).TakeWhile(balance => balance.Sku == sku);

    private IEnumerable<Balance> BalancesOf(int sku, int place, StockStatus status, long lot) =>
        Tables.Balances.From((sku, place, status, lot, 0, 0)).TakeWhile(balance => balance.Sku == sku
            && (balance.Spot.Place, balance.Spot.Status, balance.Spot.Lot) == (place, status, lot));

    // From each place and status straight on to the next, past all the lots between.
    private IEnumerable<(int Place, StockStatus Status)> PlacesOf(int sku)
    {
        var next = Tables.Balances.From((sku, 0, StockStatus.Available, 0, 0, 0));
        while (next.FirstOrDefault() is { Sku: var found, Spot: var spot } && found == sku)
        {
            yield return (spot.Place, spot.Status);
            next = Tables.Balances.From((sku, spot.Place, spot.Status, long.MaxValue, int.MaxValue, int.MaxValue));
        }
    }

    private IEnumerable<DayTotal> DaysOf(int sku) =>
        Tables.Days.From((sku, 0, 0, default)).TakeWhile(total => total.Sku == sku);
}
