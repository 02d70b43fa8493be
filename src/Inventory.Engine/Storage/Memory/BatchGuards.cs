using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <summary>What a batch's decisions rest on, checked against the rows as they are.</summary>
internal static class BatchGuards
{
    public static bool Hold(LedgerTables tables, CommitBatch batch)
    {
        var ledger = tables.Ledger.Row;
        return ledger.CatalogVersion == batch.ExpectedCatalogVersion
            && ledger.LastRecorded <= batch.Recorded
            && batch.Heads.All(head => SequenceOf(tables, head.Sku) == batch.ExpectedSequence(head.Sku))
            && batch.Positions.All(change => Suffices(tables, change))
            && ReservationsHold(tables, batch);
    }

    /// <summary>
    /// Refuses commands that were numbered for another commit than the next: that is a bug of the caller.
    /// </summary>
    public static void CheckNumbers(LedgerTables tables, IReadOnlyList<CommandRecord> commands)
    {
        var commit = tables.Ledger.Row.LastCommit + 1;
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

    /// <summary>The position after a change; one that is not there yet is empty.</summary>
    public static Position After(LedgerTables tables, PositionChange change)
    {
        var before = tables.Positions.TryGet((change.Sku, change.Pool), out var found)
            ? found
            : new Position(change.Sku, change.Pool, 0, 0, 0, 0);
        return before with
        {
            OnHand = before.OnHand + change.OnHand,
            Sellable = before.Sellable + change.Sellable,
            Committed = before.Committed + change.Committed,
            Held = before.Held + change.Held,
        };
    }

    // Released twice from one state, the units of a reservation would be given back out of what others hold.
    private static bool ReservationsHold(LedgerTables tables, CommitBatch batch) =>
        batch.Reservations.All(pair => pair.Value.Commit == 0
            || (tables.Reservations.TryGet((pair.Value.Sku, pair.Key.Commit, pair.Key.Ordinal), out var now)
                && now.Held == pair.Value.Held - ChangeOf(batch, pair.Key)));

    private static long ChangeOf(CommitBatch batch, (long Commit, int Ordinal) reservation) => batch.Promises
        .Where(promise => (promise.ReservationCommit, promise.ReservationOrdinal) == reservation)
        .Sum(promise => promise.Held);

    private static long SequenceOf(LedgerTables tables, int sku) =>
        tables.Heads.TryGet(sku, out var head) ? head.Sequence : 0;

    private static bool Suffices(LedgerTables tables, PositionChange change)
    {
        var after = After(tables, change);
        return after is { Committed: >= 0, Held: >= 0 }
            && (change.AtLeast is not { } least || after.Available >= least);
    }
}
