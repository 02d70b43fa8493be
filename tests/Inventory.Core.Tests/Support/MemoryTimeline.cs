using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Core.Tests.Support;

/// <summary>Questions about the past, answered by walking over all entries.</summary>
internal static class MemoryTimeline
{
    /// <summary>The fewest units at a spot at the end of any instant of a stretch of time.</summary>
    public static LowAnswer Lowest(MemoryLedger ledger, LowQuestion question)
    {
        var low = new LowAnswer(At(ledger, question.Sku, question.Spot, question.From), question.From);
        foreach (var instant in Instants(ledger, question.Sku).Where(at => at > question.From && at < question.Until))
        {
            var there = At(ledger, question.Sku, question.Spot, instant);
            low = there < low.Quantity ? new LowAnswer(there, instant) : low;
        }

        return low;
    }

    /// <summary>Units at a spot at the end of an instant.</summary>
    public static long At(MemoryLedger ledger, int sku, Spot spot, long instant) => ledger.EntriesOf(sku)
        .Where(entry => entry.Effective <= instant)
        .Sum(entry => (entry.To == spot ? entry.Quantity : 0) - (entry.From == spot ? entry.Quantity : 0));

    public static IEnumerable<long> Instants(MemoryLedger ledger, int sku) =>
        ledger.EntriesOf(sku).Select(entry => entry.Effective).Distinct().Order();
}
