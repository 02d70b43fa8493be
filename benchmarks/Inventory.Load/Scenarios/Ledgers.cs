using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Sqlite;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Load.Scenarios;

/// <summary>Ledgers as the main job keeps them: a FIFO book inline, a moving average beside it.</summary>
internal static class Ledgers
{
    public const string Place = "SHOP";

    public static InventoryOptions Options()
    {
        var options = new InventoryOptions { Currency = Currency.Gbp, CostScale = 4 };
        options.Books.Add(new BookOptions { Name = "fifo", Method = CostMethod.Fifo, Inline = true });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage });
        return options;
    }

    /// <summary>
    /// Runs with a library on a file, and closes both, so that all is in the file and nothing beside it.
    /// </summary>
    public static async Task WithAsync(string path, Func<IInventory, Task> use)
    {
        await using var store = new SqliteStore($"Data Source={path}");
        await store.EnsureSchemaAsync();
        await using var inventory = await InventoryEngine.OpenAsync(store, Options());
        await use(inventory);
    }

    /// <summary>Defines a shop and SKUs named S0, S1 and so on.</summary>
    public static Task DefineAsync(IInventory inventory, int skus, Tracking tracking = Tracking.None) => SendAsync(
        inventory,
        Enumerable.Range(0, skus).Select(Command (i) => new DefineSku($"sku:{i}", Sku(i)) { Tracking = tracking })
            .Prepend(new DefineLocation("shop", Place, LocationKind.Site)));

    public static string Sku(int number) => FormattableString.Invariant($"S{number}");

    public static PostMovement Receipt(string key, int sku, long quantity, decimal cost, Instant? at = null) => new(
        key, MovementKind.Receipt,
        new MovementLine(Sku(sku), Quantity.Each(quantity)) { To = Place, Cost = Cost.PerUnit(cost) }) { Effective =
            at };

    public static PostMovement Issue(string key, int sku, long quantity, Instant? at = null) => new(
        key, MovementKind.Issue, new MovementLine(Sku(sku), Quantity.Each(quantity)) { From = Place }) { Effective =
            at };

    /// <summary>Sends commands in order, four chunks on their way at a time, and fails on the first refusal.</summary>
    public static async Task SendAsync(IInventory inventory, IEnumerable<Command> commands, int chunk = 1_024)
    {
        var onTheirWay = new Queue<Task<IReadOnlyList<Result<Posted>>>>();
        foreach (var together in commands.Chunk(chunk))
        {
            if (onTheirWay.Count == 4)
            {
                await LandAsync(onTheirWay.Dequeue());
            }

            onTheirWay.Enqueue(inventory.ExecuteAsync(together, ExecuteOptions.Bulk));
        }

        while (onTheirWay.Count > 0)
        {
            await LandAsync(onTheirWay.Dequeue());
        }
    }

    private static async Task LandAsync(Task<IReadOnlyList<Result<Posted>>> answers)
    {
        foreach (var answer in await answers)
        {
            answer.GetValueOrThrow();
        }
    }
}
