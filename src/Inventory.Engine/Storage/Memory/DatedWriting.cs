using Inventory.Decisions;

namespace Inventory.Storage.Memory;

/// <summary>Writes what a batch changes in goods that go bad and in what is promised for days.</summary>
internal static class DatedWriting
{
    public static void Write(LedgerTables tables, CommitBatch batch)
    {
        foreach (var change in batch.Supply)
        {
            var at = (change.Sku, change.Key, change.Removal);
            var before = tables.Supply.TryGet(at, out var found) ? found.Quantity : 0;
            var left = before + change.Quantity;
            tables.Supply.Set(at, change with { Quantity = left }, left);
        }

        foreach (var settled in batch.SettledNeeds)
        {
            var ended = tables.Needs.From((settled.Sku, settled.Key, 1, 0))
                .TakeWhile(need => (need.Sku, need.Key) == (settled.Sku, settled.Key))
                .TakeWhile(need => !need.CountsAt(settled.Expires))
                .ToList();
            ended.ForEach(need => tables.Needs.Remove((need.Sku, need.Key, need.Expires, need.NeededBy)));
        }

        foreach (var change in batch.DatedNeeds)
        {
            var at = (change.Sku, change.Key, change.Expires, change.NeededBy);
            var before = tables.Needs.TryGet(at, out var found) ? found.Promised : 0;
            var left = before + change.Promised;
            tables.Needs.Set(at, change with { Promised = left }, left);
        }
    }
}
