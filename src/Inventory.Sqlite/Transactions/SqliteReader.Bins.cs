using Inventory.Ledger;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>What lies in bins.</content>
internal partial class SqliteReader
{
    public ValueTask<IReadOnlyList<BinContent>> GetBinContentsAsync(IReadOnlyCollection<int> places) =>
        Each(
            BinContentTable.OfBin, [.. places.Distinct()], static (s, place) => s.Bind(2, place),
            BinContentTable.Read);
}
