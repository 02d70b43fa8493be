using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>What is promised.</content>
internal partial class SqliteReader
{
    public ValueTask<IReadOnlyList<HoldsDue>> GetHoldsDueAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<HoldsDue>(keys.Count);
        using var totals = Connection.Rent(HoldTable.OfPosition);
        totals.Bind(1, Ledger);
        foreach (var (sku, key) in keys)
        {
            var due = HoldsDue.None;
            PositionTable.BindKey(totals, sku, key);
            while (due.Next == long.MaxValue && totals.Step())
            {
                var (expires, held) = totals.Read(static row => (row.Long(0), row.Long(1)));
                due = expires <= now ? due with { Due = due.Due + held } : due with { Next = expires };
            }

            totals.Reset();
            found.Add(due);
        }

        return new ValueTask<IReadOnlyList<HoldsDue>>(found);
    }

    public ValueTask<IReadOnlyList<Position>> GetShortPositionsAsync()
    {
        using var statement = Connection.Rent(PositionTable.Short);
        return new ValueTask<IReadOnlyList<Position>>(All(statement.Bind(1, Ledger), PositionTable.Read));
    }

    public ValueTask<IReadOnlyList<(long Commit, int Ordinal, CommandKey Key)>> GetCommandKeysAsync(
        IReadOnlyCollection<(long Commit, int Ordinal)> names) =>
        Each(CommandTable.KeyByName, names, static (s, name) => s.Bind(2, name.Commit).Bind(3, name.Ordinal),
            static row => (row.Long(0), row.Int(1), new CommandKey(row.Text(2), row.Text(3))));

    public ValueTask<IReadOnlyList<ReservationLeg>> GetLegsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) =>
        Each(ReservationTable.ByName, names,
            static (s, name) => s.Bind(2, name.Sku).Bind(3, name.Commit).Bind(4, name.Ordinal), ReservationTable.Read);

    public ValueTask<IReadOnlyList<Allocation>> GetAllocationsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) =>
        Each(AllocationTable.ByReservation, names,
            static (s, name) => s.Bind(2, name.Sku).Bind(3, name.Commit).Bind(4, name.Ordinal), AllocationTable.Read);

    public ValueTask<IReadOnlyList<Allocation>> GetBoundAsync(IReadOnlyCollection<(int Sku, Spot Spot)> goods) =>
        Each(AllocationTable.ByGoods, goods,
            static (s, at) => s.Bind(2, at.Sku).Bind(3, at.Spot.Place).Bind(4, at.Spot.Lot).Bind(5, at.Spot.Owner)
                .Bind(6, at.Spot.Grade), AllocationTable.Read);

    public IAsyncEnumerable<ReservationLeg> ReadHolderAsync(string holder, long now) =>
        Stream(ReservationTable.OfHolder, s => s.Bind(1, Ledger).Bind(2, holder).Bind(3, now), ReservationTable.Read);

    public async IAsyncEnumerable<ReservationLeg> ReadTakenAsync(string holder, int lineSku)
    {
        foreach (var sql in new[] { ReservationTable.TakenAndHeld, ReservationTable.TakenForGood })
        {
            var legs = Stream(sql, s => s.Bind(1, Ledger).Bind(2, holder).Bind(3, lineSku), ReservationTable.Read);
            await foreach (var leg in legs.ConfigureAwait(false))
            {
                yield return leg;
            }
        }
    }

    public IAsyncEnumerable<ReservationLeg> ReadQueueAsync(int sku, PositionKey key) =>
        Stream(ReservationTable.Queue, s => PositionTable.BindKey(s.Bind(1, Ledger), sku, key), ReservationTable.Read);

    public async IAsyncEnumerable<ReservationLeg> ReadPromisedAsync(int sku, PositionKey key, long now)
    {
        var forATime = Stream(
            ReservationTable.PromisedForATime,
            s => PositionTable.BindKey(s.Bind(1, Ledger), sku, key).Bind(6, now), ReservationTable.Read);
        await foreach (var leg in forATime.ConfigureAwait(false))
        {
            yield return leg;
        }

        var forGood = Stream(
            ReservationTable.PromisedForGood, s => PositionTable.BindKey(s.Bind(1, Ledger), sku, key),
            ReservationTable.Read);
        await foreach (var leg in forGood.ConfigureAwait(false))
        {
            yield return leg;
        }
    }
}
