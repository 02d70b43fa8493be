using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Core.Tests.Support;

/// <summary>What must be true of the rows of every ledger, worked out from its entries alone.</summary>
internal static class Invariants
{
    public static void Check(MemoryLedger ledger)
    {
        foreach (var sku in ledger.Skus.Keys)
        {
            CheckChain(ledger, sku);
            CheckConservation(ledger, sku);
            CheckRows(ledger, sku);
            CheckFloors(ledger, sku);
            CheckReversals(ledger, sku);
        }

        CheckBins(ledger);
        CheckPromises(ledger);
    }

    private static void CheckBins(MemoryLedger ledger)
    {
        var sums = ledger.Balances.Values.Where(row => ledger.Locations[row.Spot.Place].IsStockedBin)
            .GroupBy(row => (row.Spot.Place, row.Sku)).Select(bin => (bin.Key, Units: bin.Sum(row => row.Quantity)))
            .Where(bin => bin.Units != 0);
        Assert.Equal(sums.Order(), ledger.Bins.Select(bin => (bin.Key, bin.Value)).Order());
    }

    private static void CheckChain(MemoryLedger ledger, int sku)
    {
        var (chain, latest, recorded, sequence) = (default(Inventory.Commands.Digest), 0L, 0L, 0L);
        foreach (var entry in ledger.EntriesOf(sku))
        {
            chain = EntryChain.Next(chain, entry);
            Assert.Equal(chain, entry.Chain);
            Assert.Equal(++sequence, entry.Sequence);
            Assert.Equal(entry.Effective < latest, entry.IsLate);
            Assert.True(entry.Recorded >= recorded, "An entry is recorded before the one before it.");
            Assert.True(entry.Quantity > 0 || entry is { Quantity: 0, Kind: MovementKind.Count, Counted: not null });
            Assert.NotEqual(entry.From, entry.To);
            (latest, recorded) = (Math.Max(latest, entry.Effective), entry.Recorded);
        }

        if (ledger.Heads.TryGetValue(sku, out var head))
        {
            Assert.Equal((sequence, latest, recorded, chain),
                (head.Sequence, head.Effective, head.Recorded, head.Chain));
            Assert.Equal(ledger.Lots.Keys.LongCount(key => key.Sku == sku), head.Lots);
        }
    }

    private static void CheckConservation(MemoryLedger ledger, int sku)
    {
        var places = new Dictionary<int, long>();
        foreach (var entry in ledger.EntriesOf(sku))
        {
            places[entry.From.Place] = places.GetValueOrDefault(entry.From.Place) - entry.Quantity;
            places[entry.To.Place] = places.GetValueOrDefault(entry.To.Place) + entry.Quantity;
        }

        Assert.Equal(0, places.Values.Sum());
        foreach (var (place, quantity) in places.Where(pair => ledger.Locations[pair.Key].IsOwn))
        {
            Assert.Equal(
                quantity, ledger.Balances.Values.Where(row => row.Sku == sku && row.Spot.Place == place)
                    .Sum(row => row.Quantity));
        }
    }

    private static void CheckRows(MemoryLedger ledger, int sku)
    {
        foreach (var row in ledger.Balances.Values.Where(row => row.Sku == sku))
        {
            Assert.Equal(Quantity(ledger, sku, spot => spot == row.Spot), row.Quantity);
            var counted = ledger.EntriesOf(sku)
                .Where(entry => entry.Counted is not null && (entry.From == row.Spot || entry.To == row.Spot))
                .Select(entry => entry.Effective);
            Assert.Equal(counted.DefaultIfEmpty(0).Max(), row.CountedAt);
        }

        foreach (var row in ledger.Positions.Values.Where(row => row.Sku == sku))
        {
            Assert.Equal(Quantity(ledger, sku, spot => KeyOf(ledger, spot) == row.Key), row.OnHand);
            Assert.Equal(
                Quantity(ledger, sku, spot =>
                    KeyOf(ledger, spot) == row.Key && spot.Status == StockStatus.Available),
                row.Sellable);
        }

        foreach (var row in ledger.Lots.Values.Where(row => row.Lot.Sku == sku))
        {
            Assert.Equal(
                Quantity(ledger, sku, spot => spot.Lot == row.Lot.Number && ledger.Locations[spot.Place].IsOwn),
                    row.OnHand);
            Assert.True(ledger.Skus[sku].Tracking != Inventory.Catalog.Tracking.Serial || row.OnHand is 0 or 1,
                $"A serial is {row}.");
        }
    }

    private static void CheckFloors(MemoryLedger ledger, int sku)
    {
        foreach (var spot in ledger.Balances.Keys.Where(key => key.Sku == sku).Select(key => key.Spot))
        {
            var floor = ledger.Locations[spot.Place].Floor;
            foreach (var instant in MemoryTimeline.Instants(ledger, sku))
            {
                var there = MemoryTimeline.At(ledger, sku, spot, instant);
                Assert.True(there >= floor,
                    $"{there} of SKU {sku} at {spot} at {instant}, where the floor is {floor}.");
            }
        }
    }

    private static void CheckReversals(MemoryLedger ledger, int sku)
    {
        foreach (var group in ledger.EntriesOf(sku).Where(entry => entry.Reverses != 0)
            .GroupBy(entry => entry.Reverses))
        {
            var original = ledger.EntriesOf(sku)[(int)group.Key - 1];
            Assert.Equal(group.Sum(entry => entry.Quantity), ledger.Reversed[(sku, group.Key)]);
            Assert.True(group.Sum(entry => entry.Quantity) <= original.Quantity, "More was reversed than was moved.");
            Assert.All(group, entry =>
            {
                Assert.Equal((original.To, original.From), (entry.From, entry.To));
                Assert.Equal(original.Effective, entry.ReversesEffective);
            });
        }
    }

    private static void CheckPromises(MemoryLedger ledger)
    {
        foreach (var row in ledger.Positions.Values)
        {
            var legs = ledger.LegsOf(row.Sku, row.Key).ToList();
            var settled = ledger.Promises
                .Where(so => so.Step == PromiseStep.Settle && so.Sku == row.Sku && so.Position == row.Key)
                .Select(so => so.Expires).DefaultIfEmpty(0).Max();
            Assert.Equal(legs.Where(leg => leg.Expires == 0 || leg.Expires > settled).Sum(leg => leg.Held), row.Held);
            Assert.Equal(legs.Sum(leg => leg.Committed), row.Committed);
            Assert.Equal(legs.Sum(leg => leg.Backordered), row.Backordered);
            Assert.Equal(
                ledger.Promises.Where(so => so.Sku == row.Sku && so.Position == row.Key).Sum(so => so.Held), row.Held);
        }

        Assert.All(
            ledger.Legs.Values,
            leg => Assert.True(leg is { Held: >= 0, Committed: >= 0, Backordered: >= 0, Fulfilled: >= 0 }));
    }

    private static PositionKey KeyOf(MemoryLedger ledger, Spot spot) =>
        spot.In(ledger.Locations[spot.Place].Pool);

    private static long Quantity(MemoryLedger ledger, int sku, Func<Spot, bool> isIn) => ledger.EntriesOf(sku)
        .Sum(entry => (isIn(entry.To) ? entry.Quantity : 0) - (isIn(entry.From) ? entry.Quantity : 0));
}
