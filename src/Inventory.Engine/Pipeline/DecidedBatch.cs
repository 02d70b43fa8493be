using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Pipeline;

/// <summary>Commands decided together, on their way to one transaction.</summary>
internal sealed class DecidedBatch(long recorded, LedgerState ledger, DecidedBatch? origin = null)
{
    private readonly Dictionary<CommandKey, int> _posted = [];
    private LedgerState _ledger = ledger;

    /// <summary>Everything that was decided, whatever became of it, to be decided again if need be.</summary>
    public List<Pending> All { get; } = [];

    /// <summary>The commands that will be applied, by ordinal.</summary>
    public List<Pending> Posted { get; } = [];

    /// <summary>Repetitions of commands that this very batch applies: answered with them.</summary>
    public List<(Pending Pending, int Ordinal)> Repeated { get; } = [];

    /// <summary>Answers that write nothing: refusals and repetitions of what was applied before.</summary>
    public List<(Pending Pending, Result<Posted> Result)> Settled { get; } = [];

    public CommitBatch Changes { get; } = new(recorded, ledger.CatalogVersion);

    public int CostScale => _ledger.CostScale;

    /// <summary>The number under which the batch was last sent to be committed; 0 before.</summary>
    public long Commit { get; set; }

    public bool HasRefusals { get; private set; }

    /// <summary>Empties it for the next commands; its collections keep their memory.</summary>
    public DecidedBatch Restart(long recorded, LedgerState ledger)
    {
        _ledger = ledger;
        (Commit, HasRefusals) = (0, false);
        _posted.Clear();
        All.Clear();
        Posted.Clear();
        Repeated.Clear();
        Settled.Clear();
        Changes.Restart(recorded, ledger.CatalogVersion);
        return this;
    }

    public void Post(Pending pending)
    {
        _posted.Add(pending.Command.Key, Posted.Count);
        Posted.Add(pending);
    }

    public void Settle(Pending pending, Result<Posted> result)
    {
        HasRefusals |= !result.Succeeded;
        Settled.Add((pending, result));
    }

    /// <summary>A batch to try commands in that would come after those of this one.</summary>
    public DecidedBatch Fork() => new(Changes.Recorded, _ledger, this);

    /// <summary>
    /// Whether the store can answer needs. It cannot where they ask for history to which this very batch adds: then
    /// the batch must be written first. A book can be taken on from where the store has it.
    /// </summary>
    public bool CanLoad(Needs needs) =>
        needs.Lows.All(question => !Changes.Touches(question.Sku))
        && (!needs.HasLotSpots || needs.LotSpots.All(at => !Changes.Touches(at.Sku)))
        && needs.Books.Keys.All(sku => !HasLate(sku))
        && needs.Commands.All(key => !IsPosted(key))
        && (needs.Commands.Count == 0 || !UndoesAnything)
        && needs.Queues.Keys.All(at => !Changes.HasPromises(at.Sku))
        && needs.Promises.Keys.All(at => !Changes.HasPromises(at.Sku))
        && (!needs.HasBinding || needs.Bound.All(at => !Changes.HasPromises(at.Sku)))
        && (needs.Holders.Count == 0 || !Changes.Legs.Any(leg => IsOf(needs.Holders, leg.After)))
        && (!needs.HasTaken || !Changes.Legs.Any(leg => IsOf(needs.Taken, leg.After)))
        && (origin is null || origin.CanLoad(needs));

    /// <summary>The new entries of a SKU, in order.</summary>
    public IEnumerable<Entry> EntriesOf(int sku)
    {
        var own = Changes.Touches(sku) ? Changes.Entries.Where(entry => entry.Sku == sku) : [];
        return origin is null ? own : origin.EntriesOf(sku).Concat(own);
    }

    /// <summary>What the batch adds to what is sellable until removal days.</summary>
    public IEnumerable<DatedSupply> Supply =>
        origin is null ? Changes.Supply : origin.Supply.Concat(Changes.Supply);

    /// <summary>What the batch adds to what is promised for days.</summary>
    public IEnumerable<DatedNeed> DatedNeeds =>
        origin is null ? Changes.DatedNeeds : origin.DatedNeeds.Concat(Changes.DatedNeeds);

    /// <summary>What the batch adds to what lies in bins.</summary>
    public IEnumerable<BinContent> Bins => origin is null ? Changes.Bins : origin.Bins.Concat(Changes.Bins);

    public bool IsPosted(CommandKey key) => _posted.ContainsKey(key);

    /// <summary>Answers a command that was applied before, or in this very batch.</summary>
    public bool TryRepeat(Pending pending, AppliedCommands applied)
    {
        var key = pending.Command.Key;
        if (key.IsDefault)
        {
            return false;
        }

        if (applied.TryGet(key, out var record))
        {
            Settle(
                pending,
                record.Payload == pending.Payload ? Answers.Repeat(record, CostScale) : Answers.Mismatch(key));
            return true;
        }

        if (FindPosted(key) is not { } posted)
        {
            return false;
        }

        if (posted.Payload == pending.Payload)
        {
            Repeated.Add((pending, posted.Ordinal));
        }
        else
        {
            Settle(pending, Answers.Mismatch(key));
        }

        return true;
    }

    private bool UndoesAnything =>
        Changes.Reversed.Count > 0 || Changes.Legs.Any(leg => leg.Before is not null);

    private static bool IsOf(HashSet<string> holders, ReservationLeg leg) =>
        leg.Terms.Holder is { } holder && holders.Contains(holder);

    private static bool IsOf(HashSet<(string Holder, int LineSku)> taken, ReservationLeg leg) =>
        leg.Terms.Holder is { } holder && taken.Contains((holder, leg.Terms.LineSku));

    private bool HasLate(int sku) =>
        Changes.HasLate && Changes.Entries.Any(entry => entry.Sku == sku && entry.IsLate);

    private (Digest Payload, int Ordinal)? FindPosted(CommandKey key) =>
        _posted.TryGetValue(key, out var ordinal) ? (Posted[ordinal].Payload, ordinal) : origin?.FindPosted(key);
}
