using Inventory.Ledger;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>Goods that go bad, and what is promised for days.</content>
internal partial class SqliteReader
{
    public ValueTask<IReadOnlyList<DatedSupply>> GetDatedSupplyAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key, int Through)> keys) =>
        Each(DatedSupplyTable.Through, keys,
            static (s, key) => PositionTable.BindKey(s, key.Sku, key.Key).Bind(6, key.Through), DatedSupplyTable.Read);

    public ValueTask<IReadOnlyList<DatedNeed>> GetDatedNeedsAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now) =>
        Each(DatedNeedTable.At, keys,
            (s, key) => PositionTable.BindKey(s, key.Sku, key.Key).Bind(6, now), DatedNeedTable.Read);

    public ValueTask<IReadOnlyList<Position>> GetDatedPositionsAsync()
    {
        using var statement = Connection.Rent(PositionTable.Dated);
        return new ValueTask<IReadOnlyList<Position>>(All(statement.Bind(1, Ledger), PositionTable.Read));
    }
}
