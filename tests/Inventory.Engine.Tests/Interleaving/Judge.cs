using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Queries;
using Inventory.Reservations;
using Inventory.Storage;
using Inventory.Testing.Naive;
using Inventory.Valuation;
using Inventory.Verification;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Judges a run: the ledger is whole, nothing is promised that is not there, and the naive model gives the same answers
/// when it gets the commands one by one in the order of the ledger, each refused one at a moment of its call.
/// </summary>
internal sealed class Judge
{
    private readonly Run _run;
    private readonly List<CommandRecord> _applied;
    private readonly Dictionary<CommandKey, List<Command>> _sent;

    private Judge(Run run)
    {
        _run = run;
        _applied = Now.Of(run.Store.ReadAsync(run.Ledger, async reader =>
            await reader.ReadCommandsAsync(0, int.MaxValue).Select(row => row.Row).ToListAsync()));
        _sent = run.Scenario.Setting.Concat(run.Scenario.Callers.SelectMany(caller => caller.Calls).SelectMany(c => c))
            .GroupBy(command => command.Key).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>What is wrong with a run; null when nothing is.</summary>
    public static string? Breach(Run run)
    {
        if (run.Calls.Find(call => !call.Answer.IsCompletedSuccessfully) is { } open)
        {
            var why = open.Answer.Exception?.InnerException?.ToString() ?? "nothing can be done any more";
            return $"{open.Commands[0].Key} has no answer: {why}";
        }

        if (run.Calls.Count < run.Scenario.Callers.Sum(caller => caller.Calls.Length))
        {
            return "not all calls were sent";
        }

        var judge = new Judge(run);
        return judge.Doubled() ?? judge.Promised() ?? judge.Findings() ?? judge.Order() ?? judge.Answers();
    }

    private string? Doubled() => _applied.GroupBy(record => record.Key).FirstOrDefault(group => group.Count() > 1) is
    { } doubled ? $"the key {doubled.Key} has {doubled.Count()} effects" : null;

    private string? Promised() => Now.Of(_run.Store.ReadAsync(_run.Ledger, async reader =>
    {
        // What a plain truth leaves without cover has to be named by its answer.
        var named = _run.Calls.SelectMany(call => Now.Of(call.Answer)).Where(answer => answer.Succeeded)
            .SelectMany(answer => answer.Value.AtRisk).Sum(risk => risk.Quantity.Amount);
        var state = await reader.GetLedgerAsync();
        foreach (var sku in Enumerable.Range(1, state.Skus))
        {
            foreach (var row in await reader.GetPositionsOfAsync(sku))
            {
                if ((row.Free < 0 && row.Free != -named) || row.Held < 0 || row.Committed < 0 || row.Backordered < 0)
                {
                    return $"promised beyond what is there: {row}";
                }
            }
        }

        return null;
    }));

    private string? Findings()
    {
        var books = Now.Of(_run.Store.ReadAsync(_run.Ledger, reader => reader.GetSettingsAsync())).Books;
        var verifier = new LedgerVerifier(_run.Store, _run.Ledger, [.. books.Select(book => book.Row)]);
        var report = Now.Of(verifier.VerifyAsync(null, null, CancellationToken.None));
        return report.Findings.Count == 0 ? null : string.Join("; ", report.Findings.Take(3));
    }

    // One after the other, as the ledger has them.
    private string? Order()
    {
        var model = Model();
        for (var i = 0; i < _applied.Count; i++)
        {
            if (Apply(model, i) is { IsAccepted: false } refused)
            {
                return $"{_applied[i].Key}, {i + 1}. in the ledger, would be {refused} there";
            }
        }

        return Positions(model) ?? Allocations(model);
    }

    // The goods that each order is bound to in the end are those that the model binds it to.
    private string? Allocations(NaiveInventory model) => Now.Of(_run.Store.ReadAsync(_run.Ledger, async reader =>
    {
        foreach (var order in _applied.Where(record => record.Kind == nameof(ReserveStock)))
        {
            var skus = ReplyCodec.Decode(order.Reply.Span).Legs;
            var bound = await reader.GetAllocationsAsync([.. skus.Select(sku => (sku, order.Commit, order.Ordinal))]);
            var found = new List<(string, bool, decimal)>();
            foreach (var part in bound.GroupBy(part => (part.Spot.Place, part.IsPicked)))
            {
                var place = (await reader.GetLocationsAsync([part.Key.Place]))[0].Code;
                found.Add((place, part.Key.IsPicked, part.Sum(goods => goods.Units)));
            }

            var expected = model.Allocated(order.Key).GroupBy(part => (part.Place, part.IsPicked))
                .Select(part => (part.Key.Place, part.Key.IsPicked, part.Sum(goods => goods.Amount)));
            if (!found.Order().SequenceEqual(expected.Order()))
            {
                return $"{order.Key} is bound to {string.Join(", ", found)}, in turn to {string.Join(", ", expected)}";
            }
        }

        return null;
    }));

    // What is promised, waited for and available in the end is what the model has after the same commands.
    private string? Positions(NaiveInventory model) => Now.Of(_run.Store.ReadAsync(_run.Ledger, async reader =>
    {
        var now = (await reader.GetLedgerAsync()).LastRecorded;
        await foreach (var sku in Snapshot.SkusAsync(reader))
        {
            var positions = await reader.GetPositionsOfAsync(sku.Number);
            var ended = await HoldsReading.ReadAsync(reader, positions, now);
            foreach (var row in positions)
            {
                var held = row.Held - ended.GetValueOrDefault((sku.Number, row.Key)).Due;
                var pool = (await reader.GetLocationsAsync([row.Key.Pool]))[0].Code;
                var found = ((decimal)held, (decimal)row.Committed, (decimal)row.Backordered);
                var expected = model.Promised(sku.Code, pool, Micros.ToInstant(now));
                if (row.Sellable != model.Sellable(sku.Code, pool))
                {
                    return $"{row.Sellable} of {sku.Code} can be sold at {pool}, in turn {model.Sellable(sku.Code, pool)}";
                }

                if (found != expected)
                {
                    return $"held, committed and waited for of {sku.Code} at {pool} are {found}, in turn {expected}";
                }
            }
        }

        return null;
    }));

    private string? Answers()
    {
        foreach (var call in _run.Calls)
        {
            var answers = Now.Of(call.Answer);
            for (var i = 0; i < answers.Count; i++)
            {
                var breach = answers[i].Succeeded ? Posted(call, answers[i].Value)
                    : call.Caller.IsAtomic && answers.Count > 1 ? RefusedTogether(call, answers)
                    : Refused(call, call.Commands[i], answers[i]);
                if (breach is not null)
                {
                    return breach;
                }
            }
        }

        return null;
    }

    private string? Posted(Sent call, Posted posted)
    {
        var at = _applied.FindIndex(record => record.Key == posted.Key);
        var isOld = !posted.AlreadyApplied && posted.Commit <= call.CommitsBefore;
        return at < 0 ? $"{posted.Key} was answered and is not there"
            : _applied[at].Commit != posted.Commit ? $"{posted.Key} is not in its commit but in {_applied[at].Commit}"
            : posted.Commit > call.CommitsThen ? $"{posted.Key} was answered before its commit"
            : isOld ? $"{posted.Key} was there before it was sent"
            : null;
    }

    private string? Refused(Sent call, Command command, Result<Posted> answer)
    {
        var codes = answer.Errors.Select(error => error.Code).Distinct().ToList();
        var alternatives = Moments(call).Select(model => model.Execute(command, call.Now)).ToList();
        return alternatives.Exists(judged => judged.Errors.SequenceEqual(codes)) ? null
            : $"{command.Key} was refused with {string.Join(", ", codes)}, "
            + $"but from its sending to its answer it would have been {string.Join(" or ", alternatives.Distinct())}";
    }

    // The model knows no atomic calls: some of its commands must have been impossible, one after the other. One that
    // builds on another of its own call is refused for that.
    private string? RefusedTogether(Sent call, IReadOnlyList<Result<Posted>> answers)
    {
        var codes = answers.SelectMany(answer => answer.Errors).Select(error => error.Code).Distinct().ToList();
        var isImpossible = Moments(call).Any(model => call.Commands
            .Select(command => model.Execute(command, call.Now)).ToList().Exists(judged => !judged.IsAccepted));
        return isImpossible || codes.Contains(ErrorCodes.InvalidGroup) ? null
            : $"{call.Commands[0].Key} and its neighbours were refused with {string.Join(", ", codes)}, "
            + "but were possible all the time";
    }

    // The model at every moment between a call's sending and its answer, each afresh.
    private IEnumerable<NaiveInventory> Moments(Sent call)
    {
        var first = _applied.FindIndex(record => record.Commit > call.CommitsBefore);
        var last = _applied.FindLastIndex(record => record.Commit <= call.CommitsThen);
        for (var count = first < 0 ? _applied.Count : first; count <= last + 1; count++)
        {
            var model = Model();
            for (var i = 0; i < count; i++)
            {
                Apply(model, i);
            }

            yield return model;
        }
    }

    private static NaiveInventory Model() => new(costScale: 6, CostMethod.Fifo);

    private NaiveAnswer Apply(NaiveInventory model, int index)
    {
        var record = _applied[index];
        var command = _sent[record.Key].Find(command => command.ComputePayload() == record.Payload);
        return model.Execute(command!, Micros.ToInstant(record.Recorded));
    }
}
