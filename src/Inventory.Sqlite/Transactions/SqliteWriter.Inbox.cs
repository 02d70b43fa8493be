using Inventory.Ledger;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>Commands to be applied later.</content>
internal sealed partial class SqliteWriter
{
    public ValueTask AddInboxAsync(IReadOnlyList<InboxRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BeginChange();
        using var insert = Rent(InboxTable.Insert);
        using var update = Rent(InboxTable.Update);
        foreach (var row in rows)
        {
            InboxTable.BindNew(insert, row);
            var number = insert.ExecuteForNumber()!.Value;
            InboxTable.Bind(update, row with { Number = number });
            update.Execute();
        }

        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask PutInboxAsync(IReadOnlyList<InboxRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BeginChange();
        InsertAll(InboxTable.Update, rows, InboxTable.Bind);
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> RemoveInboxAsync(IReadOnlyCollection<long> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        BeginChange();
        var removed = 0;
        using var delete = Rent(InboxTable.Delete);
        foreach (var number in numbers)
        {
            removed += delete.Bind(2, number).Execute();
        }

        EndChange();
        return new ValueTask<int>(removed);
    }
}
