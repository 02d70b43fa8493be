using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Support;

/// <summary>
/// A small inventory for tests: decides commands, loads what they need, applies and keeps what they make.
/// </summary>
internal sealed class Harness
{
    public const long Second = 1_000_000;

    private readonly HarnessOptions _options;
    private CommitBatch? _batch;

    public Harness(HarnessOptions? options = null)
    {
        _options = options ?? new HarnessOptions();
        var book = _options.Method is { } method ? new BookDefinition(1, "inline", method, IsInline: true) : null;
        var state = new LedgerState(
            1, "test", Currency.Eur, _options.CostScale, _options.RequireActor, 0, 0, 5, 0, 0, 0);
        Ledger = new MemoryLedger(state, book);
        Stock = new Stock(state, Ledger.Books);
    }

    /// <summary>Called with every batch before it is written.</summary>
    public Action<CommitBatch>? Written { get; set; }

    public MemoryLedger Ledger { get; }

    public Stock Stock { get; private set; }

    /// <summary>The clock: each command moves it on by a second.</summary>
    public long Now { get; set; } = Times.Start;

    public NodaTime.Instant NowInstant => Micros.ToInstant(Now);

    /// <summary>Decides a command and applies it when it is accepted.</summary>
    public Outcome Send(Command command)
    {
        Begin();
        var outcome = Decide(command);
        Flush();
        return outcome;
    }

    /// <summary>Decides commands one after the other and writes as many as possible in one batch.</summary>
    public IReadOnlyList<Outcome> SendBatch(params IReadOnlyList<Command> commands)
    {
        Begin();
        var outcomes = commands.Select(Decide).ToList();
        Flush();
        return outcomes;
    }

    public ChangeSet Post(Command command) => Send(command) switch
    {
        { Posted: { } posted } => posted,
        var refused => throw new InvalidOperationException($"{command.Key} was refused: {refused}"),
    };

    /// <summary>The errors of a command that must be refused, in their published order.</summary>
    public IReadOnlyList<InventoryError> Refuse(Command command) => Send(command) switch
    {
        { Refused: { } errors } => new Result<int>(errors.ToList()).Errors,
        _ => throw new InvalidOperationException($"{command.Key} was accepted."),
    };

    /// <summary>The error of a command that must be refused with this code and no other.</summary>
    public InventoryError Refuse(Command command, ErrorCode code)
    {
        var error = Assert.Single(Refuse(command));
        Assert.True(code == error.Code, $"{code} was expected, not {error}");
        return error;
    }

    /// <summary>Forgets what is loaded, wholly or of one SKU.</summary>
    public void Forget(int? sku = null)
    {
        if (sku is { } number)
        {
            Stock.Forget(number);
        }
        else
        {
            Stock.Reset(Ledger.State);
        }
    }

    private void Begin()
    {
        Now += Second;
        if (_options.LoadsEverything)
        {
            Stock = new Stock(Ledger.State, Ledger.Books);
            MemoryLoader.LoadEverything(Ledger, Stock, Now);
        }

        _batch = new CommitBatch(Now, Ledger.State.CatalogVersion);
    }

    private Outcome Decide(Command command)
    {
        for (var round = 0; round < 20; round++)
        {
            var decision = Decider.Decide(Stock, command, new Moment(Now, _batch!.Changes.Count));
            Assert.Equal(
                1, (decision.Posted is null ? 0 : 1) + (decision.Refused is null ? 0 : 1)
                    + (decision.Needs is null ? 0 : 1));
            if (decision.Posted is { } posted)
            {
                Stock.Apply(posted, _batch);
                return new Outcome(posted, null);
            }

            if (decision.Refused is { } refused)
            {
                return new Outcome(null, refused);
            }

            NeedsLaw.Check(Stock, decision.Needs!, Now);

            // What is loaded must not be older than what was decided before.
            Flush();
            _batch = new CommitBatch(Now, Ledger.State.CatalogVersion);
            MemoryLoader.Load(Ledger, Stock, decision.Needs!, _options.WholeBooks, Now);
        }

        throw new InvalidOperationException($"{command.Key} keeps asking for what has been loaded.");
    }

    private void Flush()
    {
        if (_batch is { Changes.Count: > 0 } batch)
        {
            batch.Complete(Stock);
            Written?.Invoke(batch);
            Ledger.Write(batch);
        }

        _batch = null;
    }
}
