using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <content>Goods that go bad.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<DatedSupply>> GetDatedSupplyAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key, int Through)> keys) => Found(
        from key in keys
        from row in SupplyOf(key.Sku, key.Key).TakeWhile(row => row.Removal <= key.Through)
        select row);

    public ValueTask<IReadOnlyList<DatedNeed>> GetDatedNeedsAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now) => Found(
        from key in keys
        from row in Tables.Needs.From((key.Sku, key.Key, 0, 0))
            .TakeWhile(row => row.Sku == key.Sku && row.Key == key.Key)
        where row.CountsAt(now)
        select row);

    public ValueTask<IReadOnlyList<Position>> GetDatedPositionsAsync() =>
        Found(Tables.Positions.Rows().Where(position =>
            position.Committed + position.Held > 0 && SupplyOf(position.Sku, position.Key).Any()));

    private IEnumerable<DatedSupply> SupplyOf(int sku, PositionKey key) =>
        Tables.Supply.From((sku, key, 0)).TakeWhile(row => row.Sku == sku && row.Key == key);
}
