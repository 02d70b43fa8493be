using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Benchmarks;

/// <summary>
/// A loaded stock and a batch of simple commands for it, receipts and issues in turn over a few SKUs. Deterministic.
/// </summary>
public sealed class DecisionWorkload
{
    public const int BatchSize = 256;
    public const int SkuCount = 8;

    private const long Start = 1_767_600_000_000_000;

    private readonly Stock _stock =
        new(new LedgerState(1, "main", Currency.Eur, 4, false, 0, 0, 5, 0, 0, 0), books: []);
    private readonly Command[] _commands;
    private long _now = Start;

    public DecisionWorkload()
    {
        Apply([new DefineLocation("shop", "SHOP", LocationKind.Site)]);
        Apply([.. Enumerable.Range(0, SkuCount).Select(Command (i) => new DefineSku($"sku{i}", $"S{i}"))]);
        _commands = [.. Enumerable.Range(0, BatchSize).Select(Command (i) => i / SkuCount % 2 == 0
            ? new PostMovement($"r{i}", MovementKind.Receipt, Line(i) with { To = "SHOP", Cost = Cost.PerUnit(2.5m) })
            : new PostMovement($"i{i}", MovementKind.Issue, Line(i) with { From = "SHOP" }))];
        Run();
    }

    /// <summary>Decides and applies the batch, and completes it for the store.</summary>
    public CommitBatch Run() => Apply(_commands);

    private static MovementLine Line(int index) => new($"S{index % SkuCount}", Quantity.Each(3));

    private CommitBatch Apply(Command[] commands)
    {
        var batch = new CommitBatch(_now++, _stock.Ledger.CatalogVersion);
        for (var i = 0; i < commands.Length; i++)
        {
            var decision = Decider.Decide(_stock, commands[i], new Moment(batch.Recorded, i));
            while (decision.Needs is { } needs)
            {
                Load(needs);
                decision = Decider.Decide(_stock, commands[i], new Moment(batch.Recorded, i));
            }

            _stock.Apply(decision.Posted ?? throw new InvalidOperationException(decision.Refused![0].Message), batch);
        }

        batch.Complete(_stock);
        return batch;
    }

    // Nothing is stored: what is asked for is not there.
    private void Load(Needs needs)
    {
        foreach (var code in needs.SkuCodes)
        {
            _stock.Put(code, sku: null, head: null);
        }

        foreach (var code in needs.LocationCodes)
        {
            _stock.Put(code, location: null);
        }

        foreach (var (sku, key) in needs.Positions)
        {
            _stock.FindSku(sku)!.Put(new Position(sku, key, default), HoldsDue.None);
        }

        foreach (var (sku, spot) in needs.Balances)
        {
            _stock.FindSku(sku)!.Put(new Balance(sku, spot, 0, 0));
        }
    }
}
