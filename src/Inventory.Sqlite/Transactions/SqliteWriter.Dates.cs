using Inventory.Decisions;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>Goods that go bad, and what is promised for days. Most batches change nothing in either.</content>
internal sealed partial class SqliteWriter
{
    private void WriteDates(CommitBatch batch)
    {
        foreach (var change in batch.Supply)
        {
            using var add = Rent(DatedSupplyTable.Add);
            DatedSupplyTable.Bind(add, change);
            add.Execute();

            // It may come to zero from either side: an overdrawn lot is made good by what comes in.
            using var remove = Rent(DatedSupplyTable.RemoveIfZero);
            DatedSupplyTable.BindKey(remove, change).Execute();
        }

        foreach (var settled in batch.SettledNeeds)
        {
            using var settle = Rent(DatedNeedTable.Settle);
            PositionTable.BindKey(settle, settled.Sku, settled.Key).Bind(6, settled.Expires).Execute();
        }

        WriteNeeds(batch);
    }

    private void WriteNeeds(CommitBatch batch)
    {
        foreach (var change in batch.DatedNeeds)
        {
            if (!IsNewRow(DatedNeedTable.Change, DatedNeedTable.Insert, change, DatedNeedTable.Bind)
                && change.Promised < 0)
            {
                using var remove = Rent(DatedNeedTable.RemoveIfZero);
                DatedNeedTable.BindKey(remove, change).Execute();
            }
        }
    }
}
