using Inventory.Benchmarks;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Deciding leaves little behind to collect.</summary>
public sealed class AllocationTests
{
    private const int Batches = 100;
    private const int BytesMax = 500;

    [Fact]
    public void ASimpleCommand_InABatchOf256_AllocatesLessThan500Bytes()
    {
        var workload = new DecisionWorkload();
        workload.Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Batches; i++)
        {
            workload.Run();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (Batches * DecisionWorkload.BatchSize);
        Assert.InRange(each, 1, BytesMax - 1);
    }
}
