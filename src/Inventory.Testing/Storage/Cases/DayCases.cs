using Inventory.Days;
using Inventory.Movements;

namespace Inventory.Testing.Storage.Cases;

internal sealed class DayCases(StoreFixture fixture)
{
    private static readonly DayTotal Receipts = new(1, 6, 20260101, MovementKind.Receipt, 10, 0, 500, 2);
    private static readonly DayTotal Issues = new(1, 6, 20260101, MovementKind.Issue, 0, 4, 0, 1);
    private static readonly DayTotal Later = new(1, 6, 20260103, MovementKind.Receipt, 1, 0, 50, 1);
    private static readonly DayTotal OtherPool = new(1, 5, 20260102, MovementKind.Transfer, 3, 0, 0, 1);
    private static readonly DayTotal OtherSku = new(2, 6, 20260102, MovementKind.Receipt, 8, 0, 80, 1);

    public async Task Add_AddsUp()
    {
        await AddAsync(Receipts, Issues).ConfigureAwait(false);
        await AddAsync(Receipts with { In = 1, Out = 2, CostIn = 3, Entries = 4 }, Later).ConfigureAwait(false);

        Expect.Rows(
            [Receipts with { In = 11, Out = 2, CostIn = 503, Entries = 6 }, Issues, Later],
            await ReadAsync(20260101, 20260131).ConfigureAwait(false), "totals");
    }

    public async Task Add_OneKeyTwiceAtOnce_AddsUp()
    {
        await AddAsync(Issues, Issues with { Out = 1 }).ConfigureAwait(false);

        Expect.Rows([Issues with { Out = 5, Entries = 2 }], await ReadAsync(0, int.MaxValue).ConfigureAwait(false),
            "totals");
    }

    public async Task Read_IncludesBothEnds()
    {
        await AddAsync(Later, Receipts, OtherPool).ConfigureAwait(false);

        Expect.Rows([Receipts], await ReadAsync(20260101, 20260101).ConfigureAwait(false), "of one day");
        Expect.Rows([OtherPool, Later], await ReadAsync(20260102, 20260103).ConfigureAwait(false),
            "from a day to another");
        Expect.Rows([], await ReadAsync(20260103, 20260102).ConfigureAwait(false), "from a day to an earlier one");
    }

    public async Task Read_IsByPoolDateAndKind_OfOneSku()
    {
        await AddAsync(OtherSku, Later, Issues, OtherPool, Receipts).ConfigureAwait(false);

        Expect.Rows([OtherPool, Receipts, Issues, Later], await ReadAsync(0, int.MaxValue).ConfigureAwait(false),
            "totals");
    }

    private Task AddAsync(params DayTotal[] totals) => fixture.WriteAsync(writer => writer.AddDaysAsync(totals));

    private Task<List<DayTotal>> ReadAsync(int from, int to) =>
        fixture.StreamAsync(reader => reader.ReadDaysAsync(1, from, to));
}
