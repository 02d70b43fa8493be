using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Storage.Memory;

/// <summary>Keys of rows whose own types do not order themselves.</summary>
internal static class Keys
{
    public static (int Sku, int Place, StockStatus Status, long Lot, int Owner, int Grade) Of(int sku, Spot spot) =>
        (sku, spot.Place, spot.Status, spot.Lot, spot.Owner, spot.Grade);

    public static (int Sku, int Place, StockStatus Status, int Owner, int Grade, EntryKey Start) Of(
        int sku, Spot spot, EntryKey start) => (sku, spot.Place, spot.Status, spot.Owner, spot.Grade, start);

    public static (int Sku, long Commit, int Ordinal, int Leg, int Place, long Lot, bool IsPicked) Of(
        Allocation row) =>
        (row.Sku, row.Leg.Commit, row.Leg.Ordinal, row.Leg.Leg, row.Spot.Place, row.Spot.Lot, row.IsPicked);

    public static (TextKey Source, TextKey Text) Of(CommandKey key) => (new(key.Source), new(key.Text));
}
