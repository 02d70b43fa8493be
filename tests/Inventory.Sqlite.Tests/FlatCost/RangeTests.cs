using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>A serial of a long range costs as many rows as one of a short range.</summary>
public sealed class RangeTests
{
    // Both are whole blocks of entries.
    private const int Few = 1_280;

    private static int Many => Nightly.Size(10_240, 99_840);

    [Theory]
    [InlineData(CostMethod.Fifo)]
    [InlineData(CostMethod.MovingAverage)]
    [InlineData(CostMethod.Specific)]
    [Capability("LOT-03")]
    public async Task ASerialOfALongRange_ReadsAndWritesNoMoreRowsThanOneOfAShortRange(CostMethod method)
    {
        var (few, many) = (await RowsAsync(Few, method), await RowsAsync(Many, method));
        foreach (var (ofFew, ofMany) in few.Zip(many))
        {
            // An entry, a balance or two and a lot each, and what the command and its SKU write once.
            Assert.Equal(ofFew.Written / Few, ofMany.Written / Many);
            Assert.Equal(ofFew.Written % Few, ofMany.Written % Many);

            // What is read once may be more or less by a layer for each block.
            Assert.InRange(ofMany.Read * Few, 1, ofFew.Read * Many * 21 / 20);
        }
    }

    private static async Task<List<(long Read, long Written)>> RowsAsync(int serials, CostMethod method)
    {
        await using var ledger = await LargeLedger.FillAsync(
            [new DefineLocation("shelf", "SHELF", LocationKind.Site)], Tracking.Serial, method);
        var line = new MovementLine("A", Quantity.Each(serials))
        {
            Serials = [new SerialRange("SN-000001", $"SN-{serials:000000}")],
        };
        return
        [
            await CountAsync(ledger, new PostMovement(
                "in", MovementKind.Receipt, line with { To = "SHOP", Cost = Cost.PerUnit(1) })),
            await CountAsync(ledger, new PostMovement(
                "move", MovementKind.Transfer, line with { From = "SHOP", To = "SHELF" })),
            await CountAsync(ledger, new PostMovement("out", MovementKind.Issue, line with { From = "SHELF" })),
        ];
    }

    private static async Task<(long Read, long Written)> CountAsync(LargeLedger ledger, PostMovement movement)
    {
        await ledger.ReopenAsync();
        await LargeLedger.SendAsync(ledger.Inventory, movement);
        await ledger.Inventory.DisposeAsync();
        return (ledger.RowsRead, ledger.RowsWritten);
    }
}
