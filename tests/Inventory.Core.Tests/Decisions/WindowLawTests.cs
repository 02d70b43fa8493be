using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Decisions;

/// <summary>The law of the decider: deciding on a window equals deciding on everything.</summary>
[Capability("MOV-01")]
[Capability("MOV-05")]
[Capability("MOV-07")]
public sealed class WindowLawTests
{
    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    public void DecidingOnAWindow_IsDecidingOnEverything(Step[] steps) => Compare(
        steps, new HarnessOptions(), new HarnessOptions(LoadsEverything: true));

    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    public void DecidingOnAWindow_WithAnAverageBook_IsDecidingOnEverything(Step[] steps) => Compare(
        steps, new HarnessOptions(CostMethod.MovingAverage),
            new HarnessOptions(CostMethod.MovingAverage, LoadsEverything: true));

    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    [Capability("VAL-06")]
    public void DecidingOnAWindow_WithACostPerLot_IsDecidingOnEverything(Step[] steps) => Compare(
        steps, new HarnessOptions(CostMethod.Specific),
            new HarnessOptions(CostMethod.Specific, LoadsEverything: true));

    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    [Capability("VAL-06")]
    public void Forgetting_WithACostPerLot_ChangesNothing(Step[] steps) => Compare(
        steps, new HarnessOptions(CostMethod.Specific), new HarnessOptions(CostMethod.Specific, WholeBooks: true),
        forgets: true);

    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    public void Forgetting_ChangesNothing(Step[] steps) => Compare(
        steps, new HarnessOptions(), new HarnessOptions(WholeBooks: true), forgets: true);

    [Property(MaxTest = 100, Arbitrary = [typeof(Steps)])]
    public void ABatch_IsItsCommandsOneByOne(Step[] steps)
    {
        var (batched, single) = (new World().WithGrade(), new World().WithGrade());
        var commands = RandomCommands.From(steps);
        for (var at = 0; at < commands.Count;)
        {
            var size = Math.Min(1 + steps[at].Extra % 6, commands.Count - at);
            var chunk = commands.GetRange(at, size);
            var now = batched.Harness.Now;
            var together = batched.Harness.SendBatch(chunk);
            for (var i = 0; i < size; i++)
            {
                single.Harness.Now = now;
                AssertSame(single.Harness.Send(chunk[i]), together[i], isBatch: true);
            }

            at += size;
        }

        Assert.Equal(Facts(single), Facts(batched));
        Assert.Equal(single.Ledger.Balances.Values.ToHashSet(), [.. batched.Ledger.Balances.Values]);
        Assert.Equal(single.Ledger.Positions.Values.ToHashSet(), [.. batched.Ledger.Positions.Values]);
        Invariants.Check(batched.Ledger);
    }

    private static void Compare(Step[] steps, HarnessOptions options, HarnessOptions otherOptions, bool forgets = false)
    {
        var (world, other) = (new World(options).WithGrade(), new World(otherOptions).WithGrade());
        var commands = RandomCommands.From(steps);
        for (var i = 0; i < commands.Count; i++)
        {
            if (forgets && steps[i].Extra % 3 == 0)
            {
                world.Harness.Forget(steps[i].Extra % 2 == 0 ? null : world.SkuNumber("NUT"));
            }

            AssertSame(other.Harness.Send(commands[i]), world.Harness.Send(commands[i]));
        }

        Assert.Equal(Facts(other), Facts(world));
        Invariants.Check(world.Ledger);
    }

    private static void AssertSame(Outcome expected, Outcome actual, bool isBatch = false)
    {
        Assert.Equal(expected.Refused ?? [], actual.Refused ?? []);
        Assert.Equal(expected.Posted is null, actual.Posted is null);
        if (expected.Posted is not { } posted || actual.Posted is not { } other)
        {
            return;
        }

        Assert.Equal(Entries(posted.Entries, isBatch), Entries(other.Entries, isBatch));
        Assert.Equal(posted.Reply.Entries, other.Reply.Entries);
        Assert.Equal(posted.Reply.Number, other.Reply.Number);
        Assert.Equal(posted.Reply.Legs, other.Reply.Legs);
        Assert.Equal(posted.Reply.Lines, other.Reply.Lines);
        Assert.Equal(posted.Reply.AtRisk, other.Reply.AtRisk);
        Assert.Equal(posted.Lots, other.Lots);
    }

    // The place in the commit is the one thing that a batch may change.
    private static IEnumerable<Entry> Entries(IEnumerable<Entry> entries, bool isBatch) =>
        entries.Select(entry => isBatch ? entry with { Ordinal = 0 } : entry);

    private static List<Entry> Facts(World world) => [.. world.Ledger.Entries
        .OrderBy(pair => pair.Key)
        .SelectMany(pair => pair.Value)
        .Select(entry => entry with { Ordinal = 0, Commit = 0 })];
}
