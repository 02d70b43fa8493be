using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Faults;

/// <summary>
/// A fixed script meets a fault at its first call to the store, at its second, and so on until it no longer comes so
/// far. Whatever fails where: what was answered is there exactly once, what was not can be sent again, and the ledger
/// ends the same.
/// </summary>
[Capability("MOV-06"), Capability("INT-11")]
public sealed class FaultSweepTests(ITestOutputHelper output)
{
    // Opening a ledger is one call, which its caller makes again.
    private const int OpeningCalls = 1;

    public static TheoryData<StoreKind, Fault> Sweeps =>
    [
        .. from kind in Enum.GetValues<StoreKind>()
           from fault in Enum.GetValues<Fault>()
           where fault != Fault.None
           select new TheoryDataRow<StoreKind, Fault>(kind, fault),
    ];

    [Theory]
    [MemberData(nameof(Sweeps))]
    public async Task Fault_AtEveryCall_LosesNothingAndDoublesNothing(StoreKind kind, Fault fault)
    {
        await using var undisturbed = await FaultRun.RunAsync(kind, Fault.None, 0);
        Assert.Equal(0, undisturbed.Thrown);
        var (faults, seen) = (0, 0);
        foreach (var at in CallsToBreak(kind, fault, undisturbed))
        {
            await using var run = await FaultRun.RunAsync(kind, fault, at);
            Assert.True(undisturbed.Text.SequenceEqual(run.Text), Difference(undisturbed.Text, run.Text, at));
            if (run.Calls < at)
            {
                break;
            }

            Assert.True(
                run.Thrown == 0 || FaultInjection.IsSeen(fault) || at <= OpeningCalls, $"Call {at} was not survived.");
            (faults, seen) = (faults + 1, seen + (run.Thrown > 0 ? 1 : 0));
        }

        output.WriteLine($"{faults} faults, {seen} of them seen by a caller, in {undisturbed.Calls} calls");
        Assert.True(faults >= (fault == Fault.NotCommitted ? FaultScript.Calls.Count : 50), $"Only {faults} faults.");
        Assert.True(
            !FaultInjection.IsSeen(fault) || seen > faults / 2, $"Only {seen} of {faults} faults had an effect.");
    }

    // Every call; what a store alone can do wrong on every store, the rest on a file in bigger steps by day.
    private static IEnumerable<int> CallsToBreak(StoreKind kind, Fault fault, FaultRun undisturbed)
    {
        if (fault == Fault.NotCommitted)
        {
            return undisturbed.Commits;
        }

        var isCoarse = kind == StoreKind.Sqlite && fault is not (Fault.Before or Fault.After);
        return Enumerable.InfiniteSequence(1, isCoarse ? Nightly.Size(3, 1) : 1);
    }

    private static string Difference(List<string> expected, List<string> found, int at)
    {
        var line = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"With the fault at call {at}, line {line} of {expected.Count} expected and {found.Count} found:\n"
            + $"expected {expected.ElementAtOrDefault(line)}\n   found {found.ElementAtOrDefault(line)}";
    }
}
