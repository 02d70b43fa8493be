using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.Timeline;

namespace Inventory.Testing.Storage.Cases;

internal sealed class BlockBalanceCases(StoreFixture fixture)
{
    private const StockStatus Available = StockStatus.Available;
    private const StockStatus Damaged = StockStatus.Damaged;
    private static readonly EntryKey One = EntryKey.Start;
    private static readonly EntryKey Two = new(50, 7);
    private static readonly EntryKey Three = new(90, 1);

    public async Task Find_GivesTheLastAtOrBefore()
    {
        await PutAsync().ConfigureAwait(false);

        Expect.Equal(Balance(One, 6, Available, 0), await FindAsync(6, Available, new EntryKey(50, 6))
            .ConfigureAwait(false), "just before the second");
        Expect.Equal(Balance(Two, 6, Available, 10), await FindAsync(6, Available, Two).ConfigureAwait(false),
            "at the second");
        Expect.Equal(Balance(Three, 6, Available, 20), await FindAsync(6, Available, EntryKey.End)
            .ConfigureAwait(false), "at the end");
        Expect.Equal(Balance(Two, 6, Damaged, 1), await FindAsync(6, Damaged, EntryKey.End).ConfigureAwait(false),
            "of another status");
        Expect.Equal(null, await FindAsync(6, Damaged, One).ConfigureAwait(false),
            "before the first of another status");
        Expect.Equal(null, await FindAsync(7, Available, One).ConfigureAwait(false),
            "before the first at another place");
        Expect.Equal(null, await FindAsync(8, Available, EntryKey.End).ConfigureAwait(false), "at a place without any");
    }

    public async Task Read_GivesThoseAfter_InOrder()
    {
        await PutAsync().ConfigureAwait(false);

        var afterOne = await fixture.StreamAsync(reader => reader.ReadBlockBalancesAsync(1, At(6), One))
            .ConfigureAwait(false);
        var afterThree = await fixture.StreamAsync(reader => reader.ReadBlockBalancesAsync(1, At(6), Three))
            .ConfigureAwait(false);
        var between = await fixture
            .StreamAsync(reader => reader.ReadBlockBalancesAsync(1, At(6), new EntryKey(50, 6)))
            .ConfigureAwait(false);

        Expect.Rows([Balance(Two, 6, Available, 10), Balance(Three, 6, Available, 20)], afterOne, "after the first");
        Expect.Rows([], afterThree, "after the last");
        Expect.Rows(afterOne, between, "after a place between two");
    }

    public async Task Put_Again_DeletesWhatIsNotGiven()
    {
        await PutAsync().ConfigureAwait(false);
        await fixture.WriteAsync(writer => writer.PutBlockAsync(
            Block(Two), [Balance(Two, 6, Available, 11), Balance(Two, 9, Available, 3)])).ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        Expect.Rows(
            [
                Balance(One, 6, Available, 0), Balance(Two, 6, Available, 11), Balance(Three, 6, Available, 20),
                Balance(Three, 7, Available, 5), Balance(Two, 9, Available, 3),
            ],
            rows.BlockBalances, "block balances by place, status and start");
        Expect.Equal(null, await FindAsync(6, Damaged, EntryKey.End).ConfigureAwait(false), "a deleted balance");
    }

    public async Task Shift_MovesThoseAfter()
    {
        await PutAsync().ConfigureAwait(false);
        await fixture.WriteAsync(writer => writer.ShiftBlocksAsync(1, At(6), One, -3)).ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        var two = Balance(Two, 6, Available, 10);
        var three = Balance(Three, 6, Available, 20);
        Expect.Rows(
            [
                Balance(One, 6, Available, 0),
                two with { Before = two.Before - 3, Low = two.Low - 3 },
                three with { Before = three.Before - 3, Low = three.Low - 3 },
                Balance(Two, 6, Damaged, 1),
                Balance(Three, 7, Available, 5),
            ],
            rows.BlockBalances, "block balances");
    }

    public async Task Shift_OfNothing_ChangesNothing()
    {
        await PutAsync().ConfigureAwait(false);

        await fixture.UnchangedAsync(
            () => fixture.WriteAsync(async writer =>
            {
                await writer.ShiftBlocksAsync(1, At(6), Three, 5).ConfigureAwait(false);
                await writer.ShiftBlocksAsync(1, At(8), One, 5).ConfigureAwait(false);
                await writer.ShiftBlocksAsync(2, At(6), One.Previous, 5).ConfigureAwait(false);
            }),
            "a shift of blocks that are not there").ConfigureAwait(false);
    }

    public async Task OwnersAndGrades_AreSpotsOfTheirOwn()
    {
        var (own, graded) = (Balance(One, 6, Available, 4), At(6) with { Grade = 2 });
        var (open, foreign) = (own with { Spot = graded, Before = 5 }, own with { Spot = At(6) with { Owner = 1 } });
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            await writer.PutBlockAsync(Block(One), [foreign, open, own]).ConfigureAwait(false);
            await writer.ShiftBlocksAsync(1, graded, One.Previous, 1).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
        var found = await fixture.ReadAsync(reader => reader.FindBlockBalanceAsync(1, graded, EntryKey.End))
            .ConfigureAwait(false);

        Expect.Rows(
            [own, open with { Before = 6, Low = open.Low + 1 }, foreign], rows.BlockBalances,
            "block balances by owner and grade");
        Expect.Equal(rows.BlockBalances[1], found, "the balance of a grade");
    }

    public async Task Shifts_AreReadByTheirWriter()
    {
        await PutAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async (IStoreWriter writer) =>
        {
            await writer.ShiftBlocksAsync(1, At(6), One, 1).ConfigureAwait(false);
            await writer.ShiftBlocksAsync(1, At(6), Two, 1).ConfigureAwait(false);
            var last = await writer.FindBlockBalanceAsync(1, At(6), EntryKey.End).ConfigureAwait(false);
            Expect.Equal(22L, last?.Before, "units before the last block after two shifts");
        }).ConfigureAwait(false);
    }

    private static Spot At(int place) => new(place, 0, Available);

    private static Block Block(EntryKey start) => new(1, start, 10, start.Effective);

    private static BlockBalance Balance(EntryKey start, int place, StockStatus status, long before) =>
        new(1, new Spot(place, 0, status), start, before, Net: 4, Low: before - 2);

    private async Task PutAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            await writer.PutBlockAsync(Block(One), [Balance(One, 6, Available, 0)]).ConfigureAwait(false);
            await writer.PutBlockAsync(Block(Two), [Balance(Two, 6, Damaged, 1), Balance(Two, 6, Available, 10)])
                .ConfigureAwait(false);
            await writer.PutBlockAsync(Block(Three),
                [Balance(Three, 7, Available, 5), Balance(Three, 6, Available, 20)]).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private Task<BlockBalance?> FindAsync(int place, StockStatus status, EntryKey at) =>
        fixture.ReadAsync(reader => reader.FindBlockBalanceAsync(1, new Spot(place, 0, status), at));
}
