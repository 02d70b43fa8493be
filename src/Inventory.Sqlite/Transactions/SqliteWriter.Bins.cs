using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>What lies in bins.</content>
internal sealed partial class SqliteWriter
{
    // There was room for what comes in: nobody else may have brought anything meanwhile.
    private bool AreBinsAsBefore(CommitBatch batch)
    {
        foreach (var (place, before) in batch.BinsBefore)
        {
            using var bin = Rent(BinContentTable.OfBin);
            if (!All(bin.Bind(2, place), BinContentTable.Read).SequenceEqual(before))
            {
                return false;
            }
        }

        return true;
    }

    private void WriteBins(CommitBatch batch)
    {
        foreach (var change in batch.Bins)
        {
            if (Execute(BinContentTable.Change, change) == 0 && Execute(BinContentTable.Remove, change) == 0)
            {
                Execute(BinContentTable.Insert, change);
            }
        }
    }

    private int Execute(string sql, BinContent change)
    {
        using var statement = Rent(sql);
        BinContentTable.Bind(statement, change);
        return statement.Execute();
    }
}
