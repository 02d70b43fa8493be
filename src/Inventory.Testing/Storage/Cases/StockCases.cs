using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Testing.Storage.Cases;

internal sealed class StockCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Positions_AddUpByPool()
    {
        await DefineTwoSitesAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(10, to: "BIN"), _given.Receipt(5), _given
            .Receipt(3, to: "EAST")).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(4, from: "BIN"), _given.Reserve(6)).ConfigureAwait(false);

        var all = await fixture.ReadAsync(reader => reader.GetPositionsOfAsync(1)).ConfigureAwait(false);
        var some = await fixture.ReadAsync(reader => reader.GetPositionsAsync([(1, new(8)), (1, new(1)), (2, new(6))]))
            .ConfigureAwait(false);

        Expect.Rows([new Position(1, new(6), new(11), 0, 6), new Position(1, new(8), new(3))], all, "positions by key");
        Expect.Rows([all[1]], some, "positions by key");
    }

    public async Task Balances_AreKeptBySpot_InOrder()
    {
        await DefineTwoSitesAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(3, to: "EAST"), _given.Receipt(10, to: "BIN"), _given
            .Receipt(5)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Movement(
            MovementKind.StatusChange,
            new MovementLine(Given.DefaultSku, Quantity.Each(2))
            {
                From = "BIN",
                To = "BIN",
                ToStatus =
                StockStatus.Damaged
            }))
            .ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadBalancesAsync(1)).ConfigureAwait(false);
        var some = await fixture.ReadAsync(reader => reader.GetBalancesAsync(
            [(1, Spot(7, StockStatus.Damaged)), (1, Spot(7, StockStatus.Recalled)), (2, Spot(7))]))
                .ConfigureAwait(false);

        Expect.Rows(
            [
                new Balance(1, Spot(6), 5, 0),
                new Balance(1, Spot(7), 8, 0),
                new Balance(1, Spot(7, StockStatus.Damaged), 2, 0),
                new Balance(1, Spot(8), 3, 0),
            ],
            all, "balances by place, status and lot");
        Expect.Rows([all[2]], some, "balances by key");
    }

    public async Task Balances_RememberTheirLastCount()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(10)).ConfigureAwait(false);
        var counted = fixture.Driver.Now;
        await fixture.Driver.CommitAsync(_given.Count(8)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(1)).ConfigureAwait(false);

        var found = await fixture.StreamAsync(reader => reader.ReadBalancesAsync(1)).ConfigureAwait(false);

        Expect.Rows([new Balance(1, Spot(6), 7, counted)], found, "balances");
    }

    public async Task Places_AreThoseTheSkuHasEverBeenAt()
    {
        await DefineTwoSitesAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(5, to: "EAST"), _given.Receipt(5), _given
            .Receipt(5, to: "BIN")).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(5), _given.Movement(
            MovementKind.StatusChange,
            new MovementLine(Given.DefaultSku, Quantity.Each(5))
            {
                From = "BIN",
                To = "BIN",
                ToStatus =
                StockStatus.Damaged
            }))
            .ConfigureAwait(false);

        var places = await fixture.StreamAsync(reader => reader.ReadPlacesAsync(1)).ConfigureAwait(false);

        Expect.Rows(
            [(6, StockStatus.Available), (7, StockStatus.Available), (7, StockStatus.Damaged),
                (8, StockStatus.Available)],
            places, "places and statuses, empty ones included");
        Expect.Rows([], await fixture.StreamAsync(reader => reader.ReadPlacesAsync(2)).ConfigureAwait(false),
            "places of no SKU");
    }

    public async Task Reversals_AddUpByEntry()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(10);
        await fixture.Driver.CommitAsync(receipt).ConfigureAwait(false);
        var part = _given.Reversal(receipt.Key) with { Line = 0, Quantity = Quantity.Each(3) };
        await fixture.Driver.CommitAsync(part).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(part with { Key = _given.Key() }).ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetReversedAsync([(1, 1), (1, 2), (2, 1)]))
            .ConfigureAwait(false);

        Expect.Rows([new Reversed(1, 1, 6)], found, "what was reversed");
    }

    public async Task Transfers_AreOpenUntilAllHasArrived()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(10)).ConfigureAwait(false);
        var dispatch = new DispatchTransfer(
            _given.Key(), Given.DefaultPlace,
            new MovementLine(Given.DefaultSku, Quantity.Each(6)) { From = Given.DefaultPlace });
        var prepared = await fixture.Driver.CommitAsync(dispatch).ConfigureAwait(false);
        var sent = Reversed.Of(prepared.Batch.Entries[0]);
        await ExpectOpenAsync(sent).ConfigureAwait(false);

        await fixture.Driver.CommitAsync(Arrival(2)).ConfigureAwait(false);
        await ExpectOpenAsync(sent with { Quantity = 2 }).ConfigureAwait(false);

        await fixture.Driver.CommitAsync(Arrival(4)).ConfigureAwait(false);
        await ExpectOpenAsync().ConfigureAwait(false);
        var closed = await fixture.ReadAsync(reader => reader.GetReversedAsync([(1, 2)])).ConfigureAwait(false);
        Expect.Rows([sent with { Quantity = 6 }], closed, "the transfer that has arrived");

        ReceiveTransfer Arrival(decimal quantity) =>
            new(_given.Key(), dispatch.Key, new ArrivalLine(0, Quantity.Each(quantity)));

        async Task ExpectOpenAsync(params Reversed[] open)
        {
            var all = await fixture.StreamAsync(reader => reader.ReadTransfersAsync()).ConfigureAwait(false);
            var ofSku = await fixture.ReadAsync(reader => reader.GetTransfersAsync([1, 7])).ConfigureAwait(false);
            Expect.Rows(open, all, "open transfers");
            Expect.Rows(open, ofSku, "open transfers of the SKU");
        }
    }

    public async Task BackOrder_NegativeBalances_AreKept()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Site("OPEN") with { Negative = Locations.NegativeStock.Allow }).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(4, from: "OPEN")).ConfigureAwait(false);

        var positions = await fixture.ReadAsync(reader => reader.GetPositionsOfAsync(1)).ConfigureAwait(false);
        var balances = await fixture.StreamAsync(reader => reader.ReadBalancesAsync(1)).ConfigureAwait(false);

        Expect.Rows([new Position(1, new(7), new(-4))], positions, "positions");
        Expect.Rows([new Balance(1, Spot(7), -4, 0)], balances, "balances");
    }

    private static Spot Spot(int place, StockStatus status = StockStatus.Available) => new(place, 0, status);

    // MAIN is 6, its BIN is 7, EAST is 8.
    private Task DefineTwoSitesAsync() =>
        fixture.Driver.CommitAsync(_given.Sku(), _given.Site(), _given.Bin("BIN"), _given.Site("EAST"));
}
