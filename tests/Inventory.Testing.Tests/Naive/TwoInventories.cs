using Inventory.Commands;
using Inventory.Movements;
using Inventory.Storage.Memory;
using Inventory.Testing.Naive;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>The engine and the naive model side by side: the same commands, the same questions.</summary>
internal sealed class TwoInventories : IAsyncDisposable
{
    private const int Scale = 4;
    private readonly List<Instant> _instants = [];
    private readonly IInventory _engine;

    private TwoInventories(IInventory engine, FakeClock clock, CostMethod inline)
    {
        _engine = engine;
        Clock = clock;
        Model = new NaiveInventory(Scale, inline);
    }

    public FakeClock Clock { get; }

    public NaiveInventory Model { get; }

    public static async Task<TwoInventories> OpenAsync(CostMethod inline)
    {
        var clock = new FakeClock();
        var options = new InventoryOptions { CostScale = Scale };
        options.Books.Add(new BookOptions { Name = "fifo", Method = CostMethod.Fifo, Inline =
            inline == CostMethod.Fifo });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage, Inline =
            inline == CostMethod.MovingAverage });
        var engine = await InventoryEngine.OpenAsync(new MemoryStore(), options, clock);
        return new TwoInventories(engine, clock, inline);
    }

    public async Task ExecuteAsync(IReadOnlyList<Command> commands)
    {
        Clock.Advance(Duration.FromMinutes(1));
        _instants.Add(Clock.Now);
        var answers = await _engine.ExecuteAsync(commands);
        for (var i = 0; i < commands.Count; i++)
        {
            var expected = Model.Execute(commands[i], Clock.Now);
            var errors = answers[i].Errors.Select(error => error.Code).Distinct();
            Assert.True(
                expected.Errors.SequenceEqual(errors),
                $"{commands[i]}: the model says {expected}, the engine {string.Join(" ", answers[i].Errors)}");
        }
    }

    /// <summary>Asks both about everything, now and at instants in the past.</summary>
    public async Task CompareAsync()
    {
        var past = _instants.Where((_, index) => index % 5 == 0).ToList();
        foreach (var sku in Story.Skus)
        {
            foreach (var place in Story.Places)
            {
                await CompareOnHandAsync(sku, place, StockStatus.Available, asOf: null, knownAt: null);
                await CompareOnHandAsync(sku, place, StockStatus.Damaged, asOf: null, knownAt: null);
                foreach (var instant in past)
                {
                    await CompareOnHandAsync(sku, place, StockStatus.Available, instant, knownAt: null);
                    await CompareOnHandAsync(sku, place, StockStatus.Available, instant, past[past.Count / 2]);
                }
            }

            foreach (var instant in past.Append(Clock.Now))
            {
                await CompareValueAsync(sku, "fifo", CostMethod.Fifo, instant);
                await CompareValueAsync(sku, "average", CostMethod.MovingAverage, instant);
            }

            foreach (var availability in await _engine.GetAvailabilityAsync([sku]))
            {
                Assert.Equal(Model.Reserved(sku, availability.Pool), availability.Held.Amount);
                Assert.Equal(Model.Available(sku, availability.Pool), availability.Available.Amount);
            }
        }

        Assert.Empty((await _engine.VerifyAsync()).Findings);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task CompareOnHandAsync(string sku, string place, StockStatus status, Instant? asOf, Instant? knownAt)
    {
        string?[] lots = sku is "lots" or "serials" && knownAt is null ? [null, .. Story.Lots] : [null];
        foreach (var lot in lots)
        {
            var query = new OnHandQuery(sku) { Location = place, Status = status, Lot = lot, AsOf = asOf, KnownAt =
                knownAt };
            var answer = await _engine.GetOnHandAsync(query);
            if (lot is null || answer.Succeeded)
            {
                Assert.True(
                    Model.OnHand(sku, place, status, lot, asOf, knownAt) == answer.Value.Quantity.Amount,
                    $"{query}: the model says {Model.OnHand(sku, place, status, lot, asOf, knownAt)}, the engine {answer.Value.Quantity}");
            }
        }
    }

    private async Task CompareValueAsync(string sku, string book, CostMethod method, Instant asOf)
    {
        var answer = (await _engine.GetValueAsync(book, sku, asOf)).GetValueOrThrow();
        Assert.True(
            Model.Value(sku, method, asOf) == answer.Value,
            $"{book} value of {sku} as of {asOf}: the model says {Model.Value(sku, method, asOf)}, the engine {answer.Value}");
    }
}
