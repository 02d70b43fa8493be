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

    /// <summary>Lets the model judge commands one by one as they are made, the engine all together.</summary>
    public async Task ExecuteAsync(IEnumerable<Command> commands, Action<Command>? accepted = null)
    {
        Clock.Advance(Duration.FromMinutes(1));
        _instants.Add(Clock.Now);
        var (sent, expected) = (new List<Command>(), new List<NaiveAnswer>());
        foreach (var command in commands)
        {
            sent.Add(command);
            expected.Add(Model.Execute(command, Clock.Now));
            if (expected[^1].IsAccepted)
            {
                accepted?.Invoke(command);
            }
        }

        var answers = await _engine.ExecuteAsync(sent);
        for (var i = 0; i < sent.Count; i++)
        {
            Assert.True(
                expected[i].Errors.SequenceEqual(answers[i].Errors.Select(error => error.Code).Distinct()),
                $"{sent[i]}: the model says {expected[i]}, the engine {string.Join(" ", answers[i].Errors)}");
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
                var expected = Model.OnHand(sku, place, status, lot, asOf, knownAt);
                Assert.True(
                    expected == answer.Value.Quantity.Amount,
                    $"{query}: the model says {expected}, the engine {answer.Value.Quantity}");
            }
        }
    }

    private async Task CompareValueAsync(string sku, string book, CostMethod method, Instant asOf)
    {
        var answer = (await _engine.GetValueAsync(book, sku, asOf)).GetValueOrThrow();
        var expected = Model.Value(sku, method, asOf);
        Assert.True(
            expected == answer.Value,
            $"{book} value of {sku} as of {asOf}: the model says {expected}, the engine {answer.Value}");
    }
}
