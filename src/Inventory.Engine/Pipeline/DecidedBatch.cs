using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Pipeline;

/// <summary>Commands decided together, on their way to one transaction.</summary>
internal sealed class DecidedBatch(long recorded, LedgerState ledger)
{
    private readonly Dictionary<CommandKey, (Digest Payload, int Ordinal)> _posted = [];

    /// <summary>Every command of the batch, whatever became of it.</summary>
    public List<Pending> All { get; } = [];

    /// <summary>The commands that will be applied, by ordinal.</summary>
    public List<(Pending Pending, Digest Payload)> Posted { get; } = [];

    /// <summary>Repetitions of commands that this very batch applies: answered with them.</summary>
    public List<(Pending Pending, int Ordinal)> Repeated { get; } = [];

    /// <summary>Answers that write nothing: refusals and repetitions of what was applied before.</summary>
    public List<(Pending Pending, Result<Posted> Result)> Settled { get; } = [];

    public CommitBatch Changes { get; } = new(recorded, ledger.CatalogVersion);

    public int CostScale => ledger.CostScale;

    /// <summary>The number under which the batch was last sent to be committed; 0 before.</summary>
    public long Commit { get; set; }

    public bool HasRefusals { get; private set; }

    public void Post(Pending pending, Digest payload)
    {
        All.Add(pending);
        _posted.Add(pending.Command.Key, (payload, Posted.Count));
        Posted.Add((pending, payload));
    }

    public void Settle(Pending pending, Result<Posted> result)
    {
        All.Add(pending);
        HasRefusals |= !result.Succeeded;
        Settled.Add((pending, result));
    }

    /// <summary>
    /// Whether the store can answer needs. It cannot where they ask for history to which this very batch
    /// adds: then the batch must be
    /// written first.
    /// </summary>
    public bool CanLoad(Needs needs) =>
        needs.Lows.All(question => !Changes.Touches(question.Sku))
        && needs.Books.Keys.All(sku => !Changes.Touches(sku))
        && needs.Commands.All(key => !IsPosted(key))
        && (needs.Commands.Count == 0 || !UndoesAnything);

    private bool UndoesAnything =>
        Changes.Reversed.Count > 0 || Changes.Promises.Any(promise => promise.Step == PromiseStep.Release);

    public bool IsPosted(CommandKey key) => _posted.ContainsKey(key);

    public void Repeat(Pending pending, int ordinal)
    {
        All.Add(pending);
        Repeated.Add((pending, ordinal));
    }

    public bool TryGetPosted(CommandKey key, out Digest payload, out int ordinal)
    {
        var found = _posted.TryGetValue(key, out var posted);
        (payload, ordinal) = posted;
        return found;
    }
}
