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
            && batch.Versions.All(pair => IsAt(tables, pair.Key, pair.Value))
            && batch.Settled.All(total => DueOf(tables, total).Sum(due => due.Held) == total.Held)
            && batch.Positions.All(change => Suffices(tables, change))
            && batch.Legs.All(change => Stands(tables, change))
            && batch.BinsBefore.All(bin => ContentsOf(tables, bin.Key).SequenceEqual(bin.Value))
            && batch.Balances.All(balance => AllocatedAt(tables, balance) == batch.ExpectedAllocated(balance));
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
    public static Position After(LedgerTables tables, PositionChange change) => After(Before(tables, change), change);

    /// <summary>The totals of a position's holds that end by an instant.</summary>
    public static IEnumerable<HoldTotal> DueOf(LedgerTables tables, HoldTotal settled) =>
        tables.Holds.From((settled.Sku, settled.Key, 0)).TakeWhile(total =>
            total.Sku == settled.Sku && total.Key == settled.Key && total.Expires <= settled.Expires);

    /// <summary>What lies in a bin, by SKU.</summary>
    public static IEnumerable<BinContent> ContentsOf(LedgerTables tables, int place) =>
        tables.Bins.From((place, 0)).TakeWhile(content => content.Place == place);

    // Released twice from one state, the units of a reservation would be given back out of what others hold.
    private static bool Stands(LedgerTables tables, LegChange change) =>
        change.Before is not { } before
        || (tables.Legs.TryGet((before.Sku, before.Key.Commit, before.Key.Ordinal, before.Key.Leg), out var now)
            && now == before);

    // Goods that orders have been bound to meanwhile must not be taken from them.
    private static long AllocatedAt(LedgerTables tables, Balance balance) =>
        tables.Balances.TryGet(Keys.Of(balance.Sku, balance.Spot), out var now) ? now.Allocated : 0;

    private static bool IsAt(LedgerTables tables, int sku, (long Sequence, long Promises) expected) =>
        tables.Heads.TryGet(sku, out var head) && (head.Sequence, head.PromiseSequence) == expected;

    private static long SequenceOf(LedgerTables tables, int sku) =>
        tables.Heads.TryGet(sku, out var head) ? head.Sequence : 0;

    private static Position Before(LedgerTables tables, PositionChange change) =>
        tables.Positions.TryGet((change.Sku, change.Key), out var found)
            ? found
            : new Position(change.Sku, change.Key, default);

    private static Position After(Position before, PositionChange change) => before with
    {
        Quantities = before.Quantities + change.Quantities,
        Committed = before.Committed + change.Committed,
        Held = before.Held + change.Held,
        Backordered = before.Backordered + change.Backordered,
    };

    private static bool Suffices(LedgerTables tables, PositionChange change)
    {
        var before = Before(tables, change);
        var after = After(before, change);
        return (change.Waiting is null || change.Waiting == before.Backordered)
            && after is { Committed: >= 0, Held: >= 0, Backordered: >= 0 }
            && (change.AtLeast is not { } least || after.Available >= least);
    }
}
