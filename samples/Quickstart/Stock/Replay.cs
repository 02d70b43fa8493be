using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Movements;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>Sends a year's events as commands, each under its own key, some thousands on their way at a time.</summary>
internal sealed class Replay(IInventory inventory, ShopYear year)
{
    private const int ChunkSize = 1_024;
    private const int ChunksInFlight = 4;

    private readonly Queue<(Task<IReadOnlyList<Result<Posted>>> Answers, int Done)> _inFlight = new();

    /// <summary>Sends whatever is not in the ledger yet; what is there already is answered from it.</summary>
    public async Task RunAsync(IProgress<ReplayStep> progress, CancellationToken cancellationToken)
    {
        if (year.Events.Length == 0 || await IsFinishedAsync(cancellationToken))
        {
            return;
        }

        foreach (SkuSales[] skus in year.Skus.Chunk(ChunkSize))
        {
            await SendAsync([.. skus.Select(Define)], done: 0, progress, cancellationToken);
        }

        for (int start = 0; start < year.Events.Length; start += ChunkSize)
        {
            int count = Math.Min(ChunkSize, year.Events.Length - start);
            Command[] commands = new Command[count];
            for (int i = 0; i < count; i++)
            {
                commands[i] = CommandFor(year.Events.Span[start + i]);
            }

            await SendAsync(commands, start + count, progress, cancellationToken);
        }

        while (_inFlight.Count > 0)
        {
            await LandAsync(progress);
        }
    }

    // Commands are applied in the order they are sent: when the last one is there, all are.
    private async Task<bool> IsFinishedAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Result<Posted>> last = await inventory
            .PreviewAsync([CommandFor(year.Events.Span[^1])], cancellationToken);
        return last[0] is { Succeeded: true, Value.AlreadyApplied: true };
    }

    private async Task SendAsync(
        Command[] commands, int done, IProgress<ReplayStep> progress, CancellationToken cancellationToken)
    {
        if (_inFlight.Count == ChunksInFlight)
        {
            await LandAsync(progress);
        }

        cancellationToken.ThrowIfCancellationRequested();
        _inFlight.Enqueue((inventory.ExecuteAsync(commands, ExecuteOptions.Bulk, cancellationToken), done));
    }

    private async Task LandAsync(IProgress<ReplayStep> progress)
    {
        (Task<IReadOnlyList<Result<Posted>>> answers, int done) = _inFlight.Dequeue();
        foreach (Result<Posted> answer in await answers)
        {
            answer.GetValueOrThrow();
        }

        if (done > 0)
        {
            progress.Report(new ReplayStep(done, year.Events.Length, year.Events.Span[done - 1].At));
        }
    }

    private static DefineSku Define(SkuSales sku) => new($"sku:{sku.Sku}", sku.Sku) { Name = sku.Description };

    private PostMovement CommandFor(in StockEvent each)
    {
        (MovementKind kind, bool enters) = each.Kind switch
        {
            StockEventKind.Receipt => (MovementKind.Receipt, true),
            StockEventKind.Return => (MovementKind.Return, true),
            _ => (MovementKind.Issue, false),
        };
        MovementLine line = new(year.Skus[each.Sku].Sku, Quantity.Each(each.Quantity))
        {
            From = enters ? null : LibraryStockKeeper.Shop,
            To = enters ? LibraryStockKeeper.Shop : null,
            Cost = enters ? Cost.PerUnit(each.UnitCost) : default,
        };
        return new PostMovement(year.KeyOf(each), kind, line) { Effective = each.At };
    }
}
