using System.Runtime.InteropServices;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.References;
using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Schema;
using Inventory.Sqlite.Tables;
using Inventory.Storage;

namespace Inventory.Sqlite.Transactions;

/// <content>The hot path: a batch of commands under its guards.</content>
internal sealed partial class SqliteWriter
{
    public ValueTask<bool> TryWriteAsync(CommitBatch batch, IReadOnlyList<CommandRecord> commands)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(commands);
        BeginChange();
        if (!TryPassLedger(batch, out var commit))
        {
            return new ValueTask<bool>(false);
        }

        CheckNumbers(commands, commit);
        WriteSkus(batch);
        if (!AreAtVersion(batch) || !AreBinsAsBefore(batch) || !TryAdvanceHeads(batch) || !TrySettleHolds(batch)
            || !TryMovePositions(batch) || !TryAddHolds(batch) || !TryPutLegs(batch, commit)
            || !TryPutBalances(batch))
        {
            return new ValueTask<bool>(false);
        }

        WriteEntries(batch, commit);
        WritePromises(batch, commit);
        WriteStock(batch);
        WriteBins(batch);
        WriteDates(batch);
        WriteAllocations(batch);
        WriteMasterData(batch);
        WriteCommands(commands);
        WriteCommit(
            batch, new CommitRecord(commit, batch.Recorded, commands.Count, batch.Entries.Count, batch.Promises.Count));
        EndChange();
        return new ValueTask<bool>(true);
    }

    private bool TryPassLedger(CommitBatch batch, out long commit)
    {
        using var guard = Rent(LedgerTable.Guard);
        if (!guard.Step())
        {
            throw new InventoryStoreException($"There is no ledger {Ledger} in this database: open it first.");
        }

        if (guard.Long(3) != Migrations.Required)
        {
            throw SchemaVersions.Refused(guard.Int(3));
        }

        commit = guard.Long(1) + 1;
        return guard.Long(0) == batch.ExpectedCatalogVersion && guard.Long(2) <= batch.Recorded;
    }

    private static void CheckNumbers(IReadOnlyList<CommandRecord> commands, long commit)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            if (commands[i].Commit != commit || commands[i].Ordinal != i)
            {
                throw new ArgumentException(
                    $"Command {i} says commit {commands[i].Commit}, ordinal {commands[i].Ordinal}, "
                    + $"but it is {i} of commit {commit}.",
                    nameof(commands));
            }
        }
    }

    private void WriteSkus(CommitBatch batch)
    {
        foreach (var sku in batch.Skus.Values)
        {
            SkuTable.Write(Connection, Ledger, sku);
            using var head = Rent(HeadTable.InsertEmpty);
            head.Bind(2, sku.Number).Execute();
        }
    }

    private bool TryAdvanceHeads(CommitBatch batch)
    {
        using var advance = Rent(HeadTable.Advance);
        foreach (var head in batch.Heads)
        {
            advance.Bind(2, head.Sku).Bind(3, batch.ExpectedSequence(head.Sku)).Bind(4, head.Sequence)
                .Bind(5, head.Effective).Bind(6, head.Recorded).Bind(7, head.Lots).Bind(8, head.Chain)
                .Bind(9, batch.InOrder(head.Sku));
            if (advance.Execute() != 1)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryMovePositions(CommitBatch batch)
    {
        using var add = Rent(PositionTable.Add);
        foreach (var change in batch.Positions)
        {
            PositionTable.Bind(add, change);
            if (add.Execute() == 0 && !TryBeginPosition(change))
            {
                return false;
            }
        }

        return true;
    }

    // No row was changed: there is none yet, or it is there and has too little.
    private bool TryBeginPosition(PositionChange change)
    {
        var position = new Position(
            change.Sku, change.Key, change.Quantities, change.Committed, change.Held, change.Backordered);
        if (position.Committed < 0 || position.Held < 0 || position.Backordered < 0
            || position.Available < change.AtLeast || change.Waiting is not (null or 0))
        {
            return false;
        }

        using var insert = Rent(PositionTable.InsertIfNew);
        PositionTable.Bind(insert, position);
        return insert.Execute() == 1;
    }

    // What was decided rests on rows that others could add: then nobody may have added any.
    private bool AreAtVersion(CommitBatch batch)
    {
        if (batch.Versions.Count == 0)
        {
            return true;
        }

        using var version = Rent(HeadTable.Version);
        foreach (var (sku, expected) in batch.Versions)
        {
            if (!version.Bind(2, sku).Step()
                || version.Read(static row => (row.Long(0), row.Long(1))) != expected)
            {
                return false;
            }

            version.Reset();
        }

        return true;
    }

    // Settled by two engines at once, holds would be given back twice.
    private bool TrySettleHolds(CommitBatch batch)
    {
        foreach (var total in batch.Settled)
        {
            using var settle = Rent(HoldTable.Settle);
            PositionTable.BindKey(settle, total.Sku, total.Key).Bind(6, total.Expires);
            var due = 0L;
            while (settle.Step())
            {
                due += settle.Long(0);
            }

            if (due != total.Held)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAddHolds(CommitBatch batch)
    {
        foreach (var ((sku, key, expires), held) in batch.Holds)
        {
            if (held > 0)
            {
                Execute(HoldTable.Add, sku, key, expires, held);
            }
            else if (held < 0 && Execute(HoldTable.Take, sku, key, expires, held) == 0
                && Execute(HoldTable.Remove, sku, key, expires, held) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int Execute(string sql, int sku, PositionKey key, long expires, long held)
    {
        using var statement = Rent(sql);
        HoldTable.Bind(statement, new HoldTotal(sku, key, expires, held));
        return statement.Execute();
    }

    // Released by two engines at once, the units of one leg would be given back twice, out of what others hold.
    private bool TryPutLegs(CommitBatch batch, long commit)
    {
        if (batch.Legs.Count == 0)
        {
            return true;
        }

        using var insert = Rent(ReservationTable.Insert);
        using var change = Rent(ReservationTable.Change);
        foreach (var (before, after) in batch.Legs)
        {
            var leg = after.In(commit);
            if (before is null)
            {
                ReservationTable.Bind(insert, leg);
                insert.Execute();
                continue;
            }

            ReservationTable.Bind(change, before, leg);
            if (change.Execute() != 1)
            {
                return false;
            }
        }

        return true;
    }

    // Goods that orders have been bound to meanwhile must not be taken from them.
    private bool TryPutBalances(CommitBatch batch)
    {
        using var put = Rent(BalanceTable.Put);
        foreach (var balance in batch.Balances)
        {
            BalanceTable.Bind(put, balance);
            if (put.Bind(11, batch.ExpectedAllocated(balance)).Execute() != 1)
            {
                return false;
            }
        }

        return true;
    }

    private void WriteAllocations(CommitBatch batch)
    {
        foreach (var change in batch.Allocations.Where(change => change.Units != 0))
        {
            if (!IsNewRow(AllocationTable.Change, AllocationTable.Insert, change, AllocationTable.Bind)
                && change.Units < 0)
            {
                using var remove = Rent(AllocationTable.RemoveIfZero);
                AllocationTable.BindKey(remove, change).Execute();
            }
        }
    }

    // Adds to the row that is there; makes it where there is none, which is answered by true.
    private bool IsNewRow<T>(string change, string insert, T row, Action<Statement, T> bind)
    {
        using var add = Rent(change);
        bind(add, row);
        if (add.Execute() != 0)
        {
            return false;
        }

        using var make = Rent(insert);
        bind(make, row);
        make.Execute();
        return true;
    }

    private void WriteEntries(CommitBatch batch, long commit)
    {
        using var insert = Rent(EntryTable.Insert);
        insert.Bind(2, commit);
        foreach (var entry in batch.Entries)
        {
            EntryTable.Bind(insert, entry);
            insert.Execute();
        }
    }

    private void WritePromises(CommitBatch batch, long commit)
    {
        if (batch.Promises.Count == 0)
        {
            return;
        }

        var next = NextPromiseSequences(batch.Promises);
        using var insert = Rent(PromiseTable.Insert);
        foreach (var promise in batch.Promises)
        {
            ref var sequence = ref CollectionsMarshal.GetValueRefOrNullRef(next, promise.Sku);
            PromiseTable.Bind(insert, promise.Number(sequence++, commit));
            insert.Execute();
        }
    }

    private Dictionary<int, long> NextPromiseSequences(IReadOnlyList<PromiseEntry> promises)
    {
        var counts = new Dictionary<int, long>();
        foreach (var promise in promises)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, promise.Sku, out _)++;
        }

        using var advance = Rent(HeadTable.AdvancePromises);
        foreach (var (sku, count) in counts)
        {
            var last = advance.Bind(2, sku).Bind(3, count).ExecuteForNumber()
                ?? throw new InventoryStoreException($"SKU {sku} has no head: run VerifyAsync.");
            counts[sku] = last - count + 1;
        }

        return counts;
    }

    private void WriteStock(CommitBatch batch)
    {
        InsertAll(LotTable.Put, batch.Lots, static (s, lot) => LotTable.Bind(s, lot, lot.ComputeCheck()));
        InsertAll(
            ReversedTable.Add,
            [.. batch.Entries.Where(entry => entry.Kind == MovementKind.Dispatch).Select(Reversed.Of)],
            ReversedTable.Bind);
        foreach (var ((sku, sequence), quantity) in batch.Reversed)
        {
            using var add = Rent(ReversedTable.Add);
            ReversedTable.Bind(add, new Reversed(sku, sequence, quantity));
            add.Execute();
        }
    }

    private void WriteMasterData(CommitBatch batch)
    {
        InsertAll(LocationTable.Put, batch.Locations, (s, location) => LocationTable.Bind(s, Ledger, location));
        InsertAll(ReasonTable.Insert, batch.Reasons, (s, reason) => ReasonTable.Bind(s, Ledger, reason));
        InsertAll(ReferenceTable.Put, [.. batch.References.Values],
            (Statement s, Reference reference) => ReferenceTable.Bind(s, Ledger, reference));
        InsertAll(IdentifierTable.Insert, batch.Identifiers,
            (s, identifier) => IdentifierTable.Bind(s, Ledger, identifier));
    }

    private void WriteCommands(IReadOnlyList<CommandRecord> commands)
    {
        try
        {
            InsertAll(CommandTable.Insert, commands, CommandTable.Bind);
        }
        catch (InventoryStoreException failure) when (Connections.StoreErrors.IsUniqueViolation(failure))
        {
            throw new DuplicateCommandException(
                "A command of this batch was applied by another process meanwhile. Nothing was written: look "
                + "the keys up and decide "
                + "again.", failure.InnerException);
        }
    }

    private void WriteCommit(CommitBatch batch, CommitRecord commit)
    {
        using var insert = Rent(CommitTable.Insert);
        CommitTable.Bind(insert, Ledger, commit);
        insert.Execute();

        using var advance = Rent(LedgerTable.Advance);
        advance.Bind(2, commit.Number).Bind(3, commit.Recorded).Execute();

        if (batch.Catalog is { } catalog)
        {
            using var set = Rent(LedgerTable.SetCatalog);
            LedgerTable.BindCatalog(set, catalog);
            set.Execute();
        }
    }
}
