using System.Runtime.CompilerServices;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Storage.Memory;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Takes guards from the in-memory store: it lets each find what it asks for, and after the batch puts back what the
/// batch itself would have left.
/// </summary>
internal static class Unguarded
{
    // More than any scenario holds.
    private const long Plenty = 1_000_000_000;

    public static async ValueTask<bool> TryWriteAsync(
        Guard removed, IStoreWriter writer, CommitBatch batch, IReadOnlyList<CommandRecord> commands)
    {
        var tables = Tables((MemoryReader)writer);
        var before = tables.Ledger.Row;
        foreach (var guard in Enum.GetValues<Guard>().Where(guard => removed.HasFlag(guard)))
        {
            Open(guard, tables, batch, commands);
        }

        if (!await writer.TryWriteAsync(batch, commands))
        {
            return false;
        }

        foreach (var guard in Enum.GetValues<Guard>().Where(guard => removed.HasFlag(guard)))
        {
            Close(guard, tables, batch, before);
        }

        return true;
    }

    private static void Open(
        Guard guard, LedgerTables tables, CommitBatch batch, IReadOnlyList<CommandRecord> commands)
    {
        switch (guard)
        {
            case Guard.HeadVersion:
                SetHeads(tables, batch);
                break;
            case Guard.PositionAtLeast or Guard.NotBelowZero:
                Fill(guard, tables, batch, Plenty);
                break;
            case Guard.ReservationHeld:
                SetReservations(tables, batch);
                break;
            case Guard.CatalogVersion:
                SetLedger(tables, tables.Ledger.Row with { CatalogVersion = batch.ExpectedCatalogVersion });
                break;
            case Guard.RecordedNotBeforeLast:
                SetLedger(tables, tables.Ledger.Row with { LastRecorded = 0 });
                break;
            case Guard.BinAsBefore:
                ((Dictionary<int, IReadOnlyList<BinContent>>)batch.BinsBefore).Clear();
                break;
            case Guard.CommandKey:
                foreach (var command in commands)
                {
                    tables.CommandKeys.Remove(Keys.Of(command.Key));
                }

                break;
        }
    }

    private static void Close(Guard guard, LedgerTables tables, CommitBatch batch, LedgerState before)
    {
        if (guard is Guard.PositionAtLeast or Guard.NotBelowZero)
        {
            Fill(guard, tables, batch, -Plenty);
        }
        else if (guard == Guard.CatalogVersion && batch.Catalog is null)
        {
            SetLedger(tables, tables.Ledger.Row with { CatalogVersion = before.CatalogVersion });
        }
    }

    private static void SetHeads(LedgerTables tables, CommitBatch batch)
    {
        foreach (var sku in batch.Heads.Select(head => head.Sku))
        {
            if (tables.Heads.TryGet(sku, out var now))
            {
                tables.Heads.Set(sku, now with { Sequence = batch.ExpectedSequence(sku) });
            }
        }
    }

    // Where no promise may fall below zero, promises and what is sellable rise together: as much is available as
    // before.
    private static void Fill(Guard guard, LedgerTables tables, CommitBatch batch, long units)
    {
        foreach (var key in batch.Positions.Select(change => (change.Sku, change.Key)))
        {
            var row = tables.Positions.TryGet(key, out var found) ? found : new Position(key.Sku, key.Key, default);
            tables.Positions.Set(key, guard == Guard.PositionAtLeast
                ? row with { Quantities = row.Quantities + new StatusQuantities(units) }
                : row with
                {
                    Quantities = row.Quantities + new StatusQuantities(2 * units),
                    Committed = row.Committed + units,
                    Held = row.Held + units,
                });
        }
    }

    private static void SetReservations(LedgerTables tables, CommitBatch batch)
    {
        foreach (var before in batch.Legs.Select(change => change.Before).OfType<ReservationLeg>())
        {
            tables.Legs.Set((before.Sku, before.Key.Commit, before.Key.Ordinal, before.Key.Leg), before);
        }
    }

    private static void SetLedger(LedgerTables tables, LedgerState row) =>
        tables.Ledger = new Checked<LedgerState>(row, tables.Ledger.Check);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Tables")]
    private static extern LedgerTables Tables(MemoryReader reader);
}
