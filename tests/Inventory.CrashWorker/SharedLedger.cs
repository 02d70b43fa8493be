using Inventory.Sqlite;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.CrashWorker;

/// <summary>The ledger that workers and tests share: one file, two books.</summary>
internal static class SharedLedger
{
    public static SqliteStore Store(string file) => new($"Data Source={file}");

    public static Task<IInventory> OpenAsync(IInventoryStore store, int batchMax = 1_024)
    {
        var options = new InventoryOptions { CostScale = 4, BatchMax = batchMax };
        options.Books.Add(new BookOptions { Name = "fifo", Method = CostMethod.Fifo, Inline = true });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage });
        options.Books.Add(new BookOptions { Name = "specific", Method = CostMethod.Specific });
        return InventoryEngine.OpenAsync(store, options, new TickingClock());
    }

    /// <summary>An answer as one line, without whether it was given before.</summary>
    public static string Text(Posted posted) =>
        $"{posted.Commit} {posted.Recorded} {posted.Number} {posted.AtRisk} {string.Join(';', posted.Entries)}";
}
