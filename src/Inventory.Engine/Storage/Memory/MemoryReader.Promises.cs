using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <content>What is promised.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<HoldsDue>> GetHoldsDueAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now)
    {
        var due = keys.Select(key =>
        {
            var totals = HoldsOf(key.Sku, key.Key).ToList();
            return new HoldsDue(
                totals.Where(total => total.Expires <= now).Sum(total => total.Held),
                totals.Where(total => total.Expires > now).Select(total => total.Expires)
                    .DefaultIfEmpty(long.MaxValue).First());
        });
        return Found(due);
    }

    public ValueTask<IReadOnlyList<Position>> GetShortPositionsAsync() =>
        Found(Tables.Positions.Rows().Where(position => position.Free < 0));

    public ValueTask<IReadOnlyList<(long Commit, int Ordinal, CommandKey Key)>> GetCommandKeysAsync(
        IReadOnlyCollection<(long Commit, int Ordinal)> names) =>
        Found(Values(Tables.Commands, names)
            .Select(command => (command.Row.Commit, command.Row.Ordinal, command.Row.Key)));

    public ValueTask<IReadOnlyList<ReservationLeg>> GetLegsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) => Found(
        from name in names
        from leg in Tables.Legs.From((name.Sku, name.Commit, name.Ordinal, 0))
            .TakeWhile(leg => (leg.Sku, leg.Key.Commit, leg.Key.Ordinal) == name)
        select leg);

    public ValueTask<IReadOnlyList<Allocation>> GetAllocationsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) => Found(
        from name in names
        from row in Tables.Allocations.From((name.Sku, name.Commit, name.Ordinal, 0, 0, 0, false))
            .TakeWhile(row => (row.Sku, row.Leg.Commit, row.Leg.Ordinal) == name)
        select row);

    public ValueTask<IReadOnlyList<Allocation>> GetBoundAsync(IReadOnlyCollection<(int Sku, Spot Spot)> goods) => Found(
        from at in goods
        from row in AllocationsOf(at.Sku).Where(row => row.Spot == at.Spot)
            .OrderByDescending(row => (row.Leg.Commit, row.Leg.Ordinal, row.Leg.Leg)).ThenBy(row => row.IsPicked)
        select row);

    public IAsyncEnumerable<ReservationLeg> ReadHolderAsync(string holder, long now) => Stream(
        from leg in Tables.HolderLegs.From((new(holder), 0, 0, 0, 0))
            .TakeWhile(leg => string.Equals(leg.Terms.Holder, holder, StringComparison.Ordinal))
        where leg.HeldAt(now) > 0
        orderby leg.Expires, leg.Sku, leg.Key.Commit, leg.Key.Ordinal, leg.Key.Leg
        select leg);

    public IAsyncEnumerable<ReservationLeg> ReadTakenAsync(string holder, int lineSku) => Stream(
        from leg in Tables.HolderLegs.From((new(holder), 0, 0, 0, 0))
            .TakeWhile(leg => string.Equals(leg.Terms.Holder, holder, StringComparison.Ordinal))
        where leg.Terms.LineSku == lineSku && leg.Held + leg.Committed + leg.Backordered + leg.Fulfilled > 0
        orderby leg.Held == 0, leg.Expires, leg.Sku, leg.Key.Commit, leg.Key.Ordinal, leg.Key.Leg
        select leg);

    public IAsyncEnumerable<ReservationLeg> ReadQueueAsync(int sku, PositionKey key) => Stream(
        from leg in LegsOf(sku)
        where leg.Position == key && leg.Backordered > 0
        orderby leg.Terms.Priority descending, leg.Key.Commit, leg.Key.Ordinal, leg.Key.Leg
        select leg);

    public IAsyncEnumerable<ReservationLeg> ReadPromisedAsync(int sku, PositionKey key, long now) => Stream(
        from leg in LegsOf(sku)
        where leg.Position == key && leg.PromisedAt(now) > 0 && (leg.Expires == 0 || leg.Expires > now)
        orderby leg.Expires == 0, leg.Expires descending, leg.Key.Commit descending, leg.Key.Ordinal descending,
            leg.Key.Leg descending
        select leg);

    private IEnumerable<HoldTotal> HoldsOf(int sku, PositionKey key) =>
        Tables.Holds.From((sku, key, 0)).TakeWhile(total => total.Sku == sku && total.Key == key);

    private IEnumerable<Allocation> AllocationsOf(int sku) =>
        Tables.Allocations.From((sku, 0, 0, 0, 0, 0, false)).TakeWhile(row => row.Sku == sku);

    private IEnumerable<ReservationLeg> LegsOf(int sku) =>
        Tables.Legs.From((sku, 0, 0, 0)).TakeWhile(leg => leg.Sku == sku);
}
