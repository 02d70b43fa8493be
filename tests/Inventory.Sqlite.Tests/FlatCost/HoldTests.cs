using System.Globalization;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>One reservation more costs as many rows beside a hundred thousand holds as beside a hundred.</summary>
public sealed class HoldTests
{
    private const int Few = 100;

    private static int Many => Nightly.Size(20_000, 100_000);

    [Fact]
    [Capability("QTY-02")]
    public async Task OneReservation_BesideManyHolds_ReadsAndWritesAsManyRowsAsBesideFew() =>
        Assert.Equal(await RowsAsync(Few), await RowsAsync(Many));

    private static async Task<Counts> RowsAsync(int holds)
    {
        await using var ledger = await LargeLedger.FillAsync(Fill(holds), Tracking.None);
        return new Counts(
            Reserve: await CountAsync(ledger, Reserve("one", 1)),
            Replace: await CountAsync(ledger, Reserve("mine", 1) with { Holder = "me" }),
            Order: await CountAsync(ledger, Reserve("order", 2) with
            {
                Kind = PromiseKind.Order,
                Shortage = Shortage.Backorder,
                TimeToLive = null,
            }),
            Release: await CountAsync(ledger, new ReleaseReservation("release", "one")),
            Extend: await CountAsync(ledger, new ExtendReservation("extend", "mine")
            {
                Holder = "me",
                TimeToLive = Duration.FromDays(3),
            }));
    }

    private static async Task<(long Read, long Written)> CountAsync(LargeLedger ledger, Command command)
    {
        await ledger.ReopenAsync();
        await LargeLedger.SendAsync(ledger.Inventory, command);
        await ledger.Inventory.DisposeAsync();
        return (ledger.RowsRead, ledger.RowsWritten);
    }

    // Holds of one unit each, a hundred to a command, each command with an end of its own.
    private static IEnumerable<Command> Fill(int holds) =>
    [
        new PostMovement("stock", MovementKind.Receipt, new MovementLine("A", Quantity.Each(holds + 10))
        {
            To = "SHOP", Cost = Cost.PerUnit(1),
        }),
        .. Enumerable.Range(0, holds / 100).Select(i => new ReserveStock(
            string.Create(CultureInfo.InvariantCulture, $"h{i}"),
            [.. Enumerable.Repeat(new ReservationLine("A", Quantity.Each(1), "SHOP"), 100)])
        {
            TimeToLive = Duration.FromDays(1) + Duration.FromMinutes(i),
        }),
    ];

    private static ReserveStock Reserve(string key, int units) =>
        new(key, "A", "SHOP", Quantity.Each(units)) { TimeToLive = Duration.FromDays(2) };

    private sealed record Counts(
        (long Read, long Written) Reserve, (long Read, long Written) Replace, (long Read, long Written) Order,
        (long Read, long Written) Release, (long Read, long Written) Extend);
}
