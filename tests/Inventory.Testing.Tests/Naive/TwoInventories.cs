using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Reservations;
using Inventory.Testing.Naive;
using Inventory.Testing.Promises;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>The engine and the naive model side by side: the same commands, the same questions.</summary>
internal sealed partial class TwoInventories : IAsyncDisposable
{
    private const int Scale = 4;

    private readonly Stores _stores;
    private readonly IInventory _engine;
    private readonly List<Instant> _instants = [];
    private readonly HashSet<CommandKey> _applied = [];
    private readonly HashSet<CommandKey> _reservations = [];
    private readonly HashSet<string> _skus = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _places = new(StringComparer.OrdinalIgnoreCase) { "TRANSIT" };
    private readonly List<(Command Command, NaiveAnswer Expected, bool IsRepeated)> _judged = [];
    private readonly List<Task<IReadOnlyList<Result<Posted>>>> _calls = [];
    private readonly CostMethod[] _methods;
    private int _sent;

    private TwoInventories(Stores stores, IInventory engine, FakeClock clock, CostMethod inline, bool costsLots)
    {
        _methods = Methods(inline, costsLots);
        _stores = stores;
        _engine = engine;
        Clock = clock;
        Model = new NaiveInventory(Scale, inline, costsLots);
        _instants.Add(clock.Now);
    }

    public FakeClock Clock { get; }

    public NaiveInventory Model { get; }

    public static async Task<TwoInventories> OpenAsync(StoreKind kind, CostMethod inline, bool costsLots = false)
    {
        var clock = new FakeClock();
        var options = new InventoryOptions { CostScale = Scale };
        foreach (var method in Methods(inline, costsLots))
        {
            options.Books.Add(
                new BookOptions { Name = method.ToString(), Method = method, Inline = inline == method });
        }

        var stores = await Stores.CreateAsync(kind);
        return new TwoInventories(
            stores, await InventoryEngine.OpenAsync(stores.First, options, clock), clock, inline, costsLots);
    }

    /// <summary>What was promised of what there was, recounted from the public facts.</summary>
    public async Task CertifyAsync()
    {
        var certificate = await PromiseCertificate.CheckAsync(
            _engine, new PromiseAllowances { MayBeOverdrawn = place => place is "OPEN" or "LIMITED" });
        Assert.Null(certificate.Breach);
    }

    /// <summary>Lets the engine decide batches that come to nothing.</summary>
    public async Task PassBatchesAsync(int count)
    {
        for (var batch = 0; batch < count; batch++)
        {
            var answer = await _engine.ExecuteAsync(
                new ReserveStock("nothing", "unknown", "nowhere", Quantity.Each(1)));
            Assert.False(answer.Succeeded);
        }
    }

    /// <summary>Lets the model judge a command, and keeps it for the engine's next call.</summary>
    /// <returns>Whether it takes effect, or did so before.</returns>
    public bool Add(Command command)
    {
        var answer = Model.Execute(command, Clock.Now);
        _judged.Add((command, answer, IsRepeated: answer.IsAccepted && !_applied.Add(command.Key)));
        if (answer.IsAccepted && command is ReserveStock)
        {
            _reservations.Add(command.Key);
        }
        else if (answer.IsAccepted && command is DefineSku sku)
        {
            _skus.Add(sku.Code);
        }
        else if (answer.IsAccepted && command is DefineLocation place)
        {
            _places.Add(place.Code);
        }

        return answer.IsAccepted;
    }

    /// <summary>Sends the engine what has been judged since the last call, and does not wait for the answers.</summary>
    public void Send()
    {
        if (_sent < _judged.Count)
        {
            _calls.Add(_engine.ExecuteAsync([.. _judged.Skip(_sent).Select(one => one.Command)]));
            _sent = _judged.Count;
        }
    }

    /// <summary>Compares all answers of this instant, and lets time pass.</summary>
    public async Task PassAsync(Duration time)
    {
        Send();
        var answers = (await Task.WhenAll(_calls)).SelectMany(call => call).ToList();
        Assert.Equal(_judged.Count, answers.Count);
        for (var i = 0; i < answers.Count; i++)
        {
            Compare(_judged[i].Command, _judged[i].Expected, _judged[i].IsRepeated, answers[i]);
        }

        _judged.Clear();
        _calls.Clear();
        _sent = 0;
        _instants.Add(Clock.Advance(time));
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _stores.DisposeAsync();
    }

    private static CostMethod[] Methods(CostMethod inline, bool costsLots) =>
        costsLots || inline == CostMethod.Specific
            ? [CostMethod.Fifo, CostMethod.MovingAverage, CostMethod.Specific]
            : [CostMethod.Fifo, CostMethod.MovingAverage];

    private static void Compare(Command command, NaiveAnswer expected, bool isRepeated, Result<Posted> answer)
    {
        Assert.True(
            expected.Errors.SequenceEqual(answer.Errors.Select(error => error.Code).Distinct()),
            $"{command}: the model says {expected}, the engine {string.Join(" ", answer.Errors)}");
        Assert.True(
            !answer.Succeeded || isRepeated == answer.Value.AlreadyApplied,
            $"{command}: the model says {(isRepeated ? "applied before" : "new")}, the engine {answer}");
    }
}
