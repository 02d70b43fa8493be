using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>One serial costs as many rows among a million as among a thousand.</summary>
public sealed class SerialTests
{
    private const int Few = 1_000;

    // The open block holds 104 entries at either size, so that the sizes differ in history only.
    private static int Many => Nightly.Size(20_072, 1_000_040);

    [Theory]
    [InlineData(CostMethod.Fifo)]
    [InlineData(CostMethod.Specific)]
    [Capability("LOT-02"), Capability("VAL-06")]
    public async Task OneSerial_AmongMany_ReadsAndWritesAsManyRowsAsAmongFew(CostMethod method) =>
        Assert.Equal(await RowsAsync(Few, method), await RowsAsync(Many, method));

    private static async Task<Counts> RowsAsync(int serials, CostMethod method)
    {
        await using var ledger = await LargeLedger.FillAsync(Fill(serials), Tracking.Serial, method);
        return new Counts(
            Receive: await CountAsync(ledger, () => LargeLedger.SendAsync(ledger.Inventory, Receipt("in", serials, 1))),
            Issue: await CountAsync(ledger, () => LargeLedger.SendAsync(ledger.Inventory, Issue("out", 500))),
            Read: await CountAsync(ledger, async () =>
            {
                var answer = await ledger.Inventory.GetOnHandAsync(new OnHandQuery("A") { Lot = Serial(400) });
                Assert.Equal(Quantity.Each(1), answer.GetValueOrThrow().Quantity);
            }),
            Value: await CountAsync(ledger, async () =>
                (await ledger.Inventory.GetValueAsync("book", "A")).GetValueOrThrow()));
    }

    private static async Task<(long Read, long Written)> CountAsync(LargeLedger ledger, Func<Task> act)
    {
        await ledger.ReopenAsync();
        await act();
        await ledger.Inventory.DisposeAsync();
        return (ledger.RowsRead, ledger.RowsWritten);
    }

    private static IEnumerable<Command> Fill(int serials) => Enumerable.Range(0, (serials + 999) / 1_000)
        .Select(Command (i) => Receipt($"r{i}", i * 1_000, Math.Min(1_000, serials - i * 1_000)));

    private static PostMovement Receipt(string key, int first, int count) => new(
        key, MovementKind.Receipt,
        [
            .. Enumerable.Range(first, count).Select(number =>
                new MovementLine("A", Quantity.Each(1)) { To = "SHOP", Cost = Cost.PerUnit(1), Lot = Serial(number) }),
        ]);

    private static PostMovement Issue(string key, int number) => new(
        key, MovementKind.Issue, new MovementLine("A", Quantity.Each(1)) { From = "SHOP", Lot = Serial(number) });

    private static string Serial(int number) => $"SN{number:0000000}";

    private sealed record Counts((long Read, long Written) Receive, (long Read, long Written) Issue,
        (long Read, long Written) Read, (long Read, long Written) Value);
}
