using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>One promise more costs as many rows beside a hundred thousand lots as beside a hundred.</summary>
public sealed class DatedTests
{
    private const int Few = 100;

    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;

    // The open block holds as many entries at either size, so that the sizes differ in history only.
    private static int Many => Nightly.Size(20_068, 100_068);

    [Fact]
    [Capability("QTY-11")]
    public async Task OnePromise_BesideManyLots_ReadsAndWritesAsManyRowsAsBesideFew() =>
        Assert.Equal(await RowsAsync(Few), await RowsAsync(Many));

    // Not fewer than a book keeps open at once.
    [Fact]
    [Capability("LOT-07")]
    public async Task OneLotBlocked_BesideManyLots_ReadsAndWritesAsManyRowsAsBesideFew() =>
        Assert.Equal(await RowsOfBlockAsync(1_124), await RowsOfBlockAsync(Many));

    private static async Task<(long Read, long Written)> RowsOfBlockAsync(int lots)
    {
        await using var ledger = await LargeLedger.FillAsync(Fill(lots), Tracking.Lot);
        return await CountAsync(ledger, new ChangeLotStatus("hold", "A", Lot(50), LotStatus.OnHold));
    }

    private static async Task<Counts> RowsAsync(int lots)
    {
        await using var ledger = await LargeLedger.FillAsync(Fill(lots), Tracking.Lot);
        return new Counts(
            Today: await CountAsync(ledger, Reserve("today")),
            Later: await CountAsync(ledger, Reserve("later") with { NeededBy = Today.PlusDays(20) }),
            Release: await CountAsync(ledger, new ReleaseReservation("release", "later")));
    }

    private static async Task<(long Read, long Written)> CountAsync(LargeLedger ledger, Command command)
    {
        await ledger.ReopenAsync();
        await LargeLedger.SendAsync(ledger.Inventory, command);
        await ledger.Inventory.DisposeAsync();
        return (ledger.RowsRead, ledger.RowsWritten);
    }

    // A day for each lot, from a month ahead on.
    private static IEnumerable<Command> Fill(int lots) => Enumerable.Range(0, lots).Chunk(1_000).Select(
        Command (chunk) => new PostMovement(
            $"r{chunk[0]}", MovementKind.Receipt,
            [
                .. chunk.Select(number => new MovementLine("A", Quantity.Each(1))
                {
                    To = "SHOP", Cost = Cost.PerUnit(1), Lot = Lot(number),
                    Dates = new LotDates { Removal = Today.PlusDays(30 + number) },
                }),
            ]));

    private static ReserveStock Reserve(string key) => new(key, "A", "SHOP", Quantity.Each(1));

    private static string Lot(int number) => $"L{number:0000000}";

    private sealed record Counts(
        (long Read, long Written) Today, (long Read, long Written) Later, (long Read, long Written) Release);
}
