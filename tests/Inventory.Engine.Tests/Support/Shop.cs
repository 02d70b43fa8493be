using System.Text.RegularExpressions;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.Testing;
using Inventory.Testing.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Support;

/// <summary>
/// An inventory with a fake clock and two books: <see cref="Fifo"/>, inline, and <see cref="Average"/>. The site
/// <c>WH</c> has the bins <c>B1</c> and <c>B2</c>, <c>NYC</c> is a site far west, <c>OPEN</c> one without a floor.
/// <c>NUT</c> is plain, <c>MILK</c> has lots.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Fifo = "fifo";
    public const string Average = "average";

    /// <summary>What the clock shows when nobody says otherwise.</summary>
    public static readonly Instant Begin = Instant.FromUtc(2021, 1, 1, 0, 0);

    private Shop(IInventoryStore store, IInventory inventory, FakeClock clock)
    {
        Store = store;
        Inventory = inventory;
        Clock = clock;
    }

    public IInventoryStore Store { get; }

    public IInventory Inventory { get; }

    public FakeClock Clock { get; }

    public static IReadOnlyList<string> Places { get; } = ["B1", "B2", "NYC", "OPEN"];

    public static IReadOnlyDictionary<string, string> Pools { get; } =
        new Dictionary<string,
            string>
        { ["WH"] = "WH", ["B1"] = "WH", ["B2"] = "WH", ["NYC"] = "NYC", ["OPEN"] = "OPEN" };

    public static IReadOnlyList<Command> Definitions { get; } =
    [
        new DefineLocation("def-wh", "WH", LocationKind.Site),
        new DefineLocation("def-b1", "B1", LocationKind.Bin, "WH"),
        new DefineLocation("def-b2", "B2", LocationKind.Bin, "WH"),
        new DefineLocation("def-nyc", "NYC", LocationKind.Site) { TimeZone = "America/New_York" },
        new DefineLocation("def-open", "OPEN", LocationKind.Site) { Negative = NegativeStock.Allow },
        new DefineSku("def-nut", "NUT"),
        new DefineSku("def-milk", "MILK") { Tracking = Tracking.Lot },
        new DefineReason("def-fix", "FIX"),
    ];

    public static async Task<Shop> OpenAsync(IInventoryStore store, Action<InventoryOptions>? configure = null,
        FakeClock? clock = null)
    {
        var shop = await ConnectAsync(store, configure, clock);
        await shop.PostAsync([.. Definitions]);
        return shop;
    }

    /// <summary>Opens the ledger without defining anything.</summary>
    public static async Task<Shop> ConnectAsync(
        IInventoryStore store, Action<InventoryOptions>? configure = null, FakeClock? clock = null,
            TimeProvider? time = null)
    {
        clock ??= new FakeClock(Begin);
        var options = Options();
        configure?.Invoke(options);
        return new Shop(store, await InventoryEngine.OpenAsync(store, options, clock, timeProvider: time), clock);
    }

    public static InventoryOptions Options()
    {
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = Fifo, Inline = true });
        options.Books.Add(new BookOptions { Name = Average, Method = CostMethod.MovingAverage });
        return options;
    }

    public static PostMovement Receipt(CommandKey key, decimal quantity, decimal unitCost = 1, string to = "B1",
        string sku = "NUT") =>
        new(key, MovementKind.Receipt,
            new MovementLine(sku, Quantity.Each(quantity)) { To = to, Cost = Cost.PerUnit(unitCost) });

    public static PostMovement Issue(CommandKey key, decimal quantity, string from = "B1", string sku = "NUT") =>
        new(key, MovementKind.Issue, new MovementLine(sku, Quantity.Each(quantity)) { From = from });

    /// <summary>Posts commands that must not be refused.</summary>
    public async Task<IReadOnlyList<Posted>> PostAsync(params Command[] commands) =>
        [.. (await Inventory.ExecuteAsync(commands)).Select(answer => answer.GetValueOrThrow())];

    /// <summary>Posts a command that must be refused.</summary>
    public async Task<InventoryError> RefuseAsync(Command command)
    {
        var answer = await Inventory.ExecuteAsync(command);
        Assert.False(answer.Succeeded, $"{command} was not refused.");
        return answer.Errors[0];
    }

    public async Task<List<Movement>> HistoryAsync(string sku = "NUT") =>
        await Inventory.ReadHistoryAsync(sku).ToListAsync();

    public async Task<decimal> OnHandAsync(OnHandQuery query) =>
        (await Inventory.GetOnHandAsync(query)).GetValueOrThrow().Quantity.Amount;

    public Task<decimal> OnHandAsync(string sku = "NUT") => OnHandAsync(new OnHandQuery(sku));

    public async Task VerifyAsync()
    {
        var report = await Inventory.VerifyAsync();
        Assert.True(report.Findings.Count == 0, string.Join('\n', report.Findings));
    }

    /// <summary>Reads through the store itself.</summary>
    public async Task<T> ReadAsync<T>(Func<IStoreReader, Task<T>> use, int ledger = 1)
    {
        await using var reader = await Store.ReadAsync(ledger);
        return await use(reader);
    }

    /// <summary>The whole ledger as text, less the name of the list type that a store uses.</summary>
    public Task<List<string>> TextAsync() => ReadAsync(async reader =>
        await LedgerText.ReadAsync(reader).Select(WithoutListType).ToListAsync());

    public ValueTask DisposeAsync() => Inventory.DisposeAsync();

    private static string WithoutListType(string line) =>
        Regex.Replace(
            line, "(Conversions|Components|Packs|Substitutes|Selling|Thresholds|LotRules|Values|Axes) = [^,}]+", "$1",
            RegexOptions.None, TimeSpan.FromSeconds(5));
}
