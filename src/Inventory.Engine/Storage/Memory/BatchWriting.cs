using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Storage.Memory;

/// <summary>Writes a batch whose guards hold, under the next commit number.</summary>
internal static class BatchWriting
{
    public static void Write(LedgerTables tables, CommitBatch batch, IReadOnlyList<CommandRecord> commands)
    {
        var commit = tables.Ledger.Row.LastCommit + 1;
        WriteHeads(tables, batch);
        WriteEntries(tables, batch, commit);
        WritePromises(tables, batch, commit);
        WriteStock(tables, batch);
        WriteHolds(tables, batch);
        DatedWriting.Write(tables, batch);
        WriteLegs(tables, batch, commit);
        WriteAllocations(tables, batch);
        WriteCatalog(tables, batch);
        WriteCommands(tables, commands, commit);
        var record = new CommitRecord(commit, batch.Recorded, commands.Count, batch.Entries.Count,
            batch.Promises.Count);
        tables.Commits.Set(commit, new(record, record.ComputeCheck()));
        WriteLedger(tables, batch, commit);
    }

    private static void WriteHeads(LedgerTables tables, CommitBatch batch)
    {
        foreach (var head in batch.Heads)
        {
            var before = HeadOf(tables, head.Sku);
            tables.Heads.Set(head.Sku, head with
            {
                PromiseSequence = before.PromiseSequence,
                BlockEffective = before.BlockEffective,
                BlockSequence = before.BlockSequence,
                BlockEntries = before.BlockEntries,
            });
        }
    }

    private static void WriteEntries(LedgerTables tables, CommitBatch batch, long commit)
    {
        foreach (var entry in batch.Entries)
        {
            EntryWriting.Put(tables, entry with { Commit = commit });
            if (!entry.IsLate)
            {
                var head = HeadOf(tables, entry.Sku);
                tables.Heads.Set(entry.Sku, head with { BlockEntries = head.BlockEntries + 1 });
            }
        }
    }

    private static void WritePromises(LedgerTables tables, CommitBatch batch, long commit)
    {
        foreach (var promise in batch.Promises)
        {
            var head = HeadOf(tables, promise.Sku);
            var stored = promise.Number(head.PromiseSequence + 1, commit);
            tables.Promises.Set((stored.Sku, stored.Sequence), stored);
            tables.Heads.Set(stored.Sku, head with { PromiseSequence = stored.Sequence });
        }
    }

    private static void WriteStock(LedgerTables tables, CommitBatch batch)
    {
        foreach (var change in batch.Positions)
        {
            tables.Positions.Set((change.Sku, change.Key), BatchGuards.After(tables, change));
        }

        foreach (var balance in batch.Balances)
        {
            tables.Balances.Set(Keys.Of(balance.Sku, balance.Spot), balance);
        }

        foreach (var change in batch.Bins)
        {
            var there = tables.Bins.TryGet((change.Place, change.Sku), out var before) ? before.Quantity : 0;
            ProjectionWriting.Put(tables, change with { Quantity = there + change.Quantity });
        }

        foreach (var lot in batch.Lots)
        {
            ProjectionWriting.Put(tables, new Checked<LotBalance>(lot, lot.ComputeCheck()));
        }

        foreach (var entry in batch.Entries.Where(entry => entry.Kind == MovementKind.Dispatch))
        {
            tables.Reversed.Set((entry.Sku, entry.Sequence), Reversed.Of(entry));
        }

        foreach (var ((sku, sequence), quantity) in batch.Reversed)
        {
            var before = tables.Reversed.TryGet((sku, sequence), out var found) ? found
                : new Reversed(sku, sequence, 0);
            tables.Reversed.Set((sku, sequence), before with { Quantity = before.Quantity + quantity });
        }
    }

    private static void WriteHolds(LedgerTables tables, CommitBatch batch)
    {
        foreach (var due in batch.Settled.SelectMany(settled => BatchGuards.DueOf(tables, settled)).ToList())
        {
            tables.Holds.Remove((due.Sku, due.Key, due.Expires));
        }

        foreach (var ((sku, key, expires), change) in batch.Holds)
        {
            var held = change + (tables.Holds.TryGet((sku, key, expires), out var before) ? before.Held : 0);
            tables.Holds.Set((sku, key, expires), new HoldTotal(sku, key, expires, held), held);
        }
    }

    private static void WriteLegs(LedgerTables tables, CommitBatch batch, long commit)
    {
        foreach (var (_, leg) in batch.Legs)
        {
            ProjectionWriting.Put(tables, leg.In(commit));
        }
    }

    private static void WriteAllocations(LedgerTables tables, CommitBatch batch)
    {
        foreach (var change in batch.Allocations)
        {
            var at = Keys.Of(change);
            var units = change.Units + (tables.Allocations.TryGet(at, out var before) ? before.Units : 0);
            tables.Allocations.Set(at, change with { Units = units }, units);
        }
    }

    private static void WriteCatalog(LedgerTables tables, CommitBatch batch)
    {
        foreach (var sku in batch.Skus.Values)
        {
            CatalogWriting.Put(tables, sku);
        }

        foreach (var location in batch.Locations)
        {
            CatalogWriting.Put(tables, location);
        }

        foreach (var reason in batch.Reasons)
        {
            CatalogWriting.Put(tables, reason);
        }

        foreach (var reference in batch.References.Values)
        {
            CatalogWriting.Put(tables, reference);
        }

        foreach (var identifier in batch.Identifiers)
        {
            CatalogWriting.Put(tables, identifier);
        }
    }

    private static void WriteCommands(LedgerTables tables, IReadOnlyList<CommandRecord> commands, long commit)
    {
        foreach (var command in commands)
        {
            if (tables.CommandKeys.TryGet(Keys.Of(command.Key), out var first))
            {
                throw new DuplicateCommandException(
                    $"The command '{command.Key}' was applied by commit {first.Commit}; nothing was written. "
                    + "Look up its answer.");
            }

            tables.CommandKeys.Set(Keys.Of(command.Key), (commit, command.Ordinal));
            tables.Commands.Set((commit, command.Ordinal), new(command, command.ComputeCheck()));
            if (command.Document is { } document)
            {
                tables.Documents.Set((new(document.Type), new(document.Id), commit, command.Ordinal), command);
            }
        }
    }

    private static void WriteLedger(LedgerTables tables, CommitBatch batch, long commit)
    {
        var (before, check) = tables.Ledger;
        var counters = batch.Catalog ?? before;
        tables.Ledger = new(
            before with
            {
                CatalogVersion = counters.CatalogVersion,
                Skus = counters.Skus,
                Locations = counters.Locations,
                Reasons = counters.Reasons,
                References = counters.References,
                LastCommit = commit,
                LastRecorded = batch.Recorded,
            },
            check);
    }

    private static Head HeadOf(LedgerTables tables, int sku) =>
        tables.Heads.TryGet(sku, out var head) ? head : Head.Of(sku);
}
