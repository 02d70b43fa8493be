using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <summary>Writes entries with the orders they are read in.</summary>
internal static class EntryWriting
{
    public static void Put(LedgerTables tables, Entry entry)
    {
        tables.Entries.Set((entry.Sku, entry.Key), entry);
        if (entry.IsLate)
        {
            tables.LateEntries.Set((entry.Sku, entry.Recorded, entry.Sequence), entry);
        }

        if (entry.From.Lot != 0)
        {
            tables.LotEntries.Set((entry.Sku, entry.From.Lot, entry.Key), entry);
        }

        if (entry.To.Lot != 0)
        {
            tables.LotEntries.Set((entry.Sku, entry.To.Lot, entry.Key), entry);
        }
    }
}
