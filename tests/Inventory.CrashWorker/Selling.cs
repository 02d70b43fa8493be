namespace Inventory.CrashWorker;

/// <summary>
/// Sells one unit a command, all commands of all SKUs at once, and says how many of them went through.
/// </summary>
internal static class Selling
{
    public const string Ready = "ready";

    // Small, so that the batches of two processes alternate.
    private const int BatchMax = 16;

    public static async Task RunAsync(string file, string name, int count)
    {
        await using var store = SharedLedger.Store(file);
        await using var inventory = await SharedLedger.OpenAsync(store, BatchMax);
        var skus = new List<string>();
        await foreach (var sku in inventory.ReadSkusAsync())
        {
            skus.Add(sku.Code);
        }

        Lines.Write(Ready);
        await Console.In.ReadLineAsync();
        var sold = await Task.WhenAll(
            from i in Enumerable.Range(0, count)
            from sku in skus
            select Task.Run(() => SellAsync(inventory, sku, $"{name}:{sku}:{i}")));
        foreach (var sku in skus)
        {
            Lines.Write($"{sku} {sold.Count(each => each == sku)}");
        }
    }

    private static async Task<string?> SellAsync(IInventory inventory, string sku, string key)
    {
        var answer = await inventory.IssueAsync(key, sku, Quantity.Each(1), "SHOP");
        return answer.Succeeded ? sku
            : answer.Errors[0].Code == ErrorCodes.Insufficient ? null
            : throw new InvalidOperationException(answer.Errors[0].Message);
    }
}
