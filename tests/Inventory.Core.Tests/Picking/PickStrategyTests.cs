using Inventory.Lots;
using Inventory.Picking;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Picking;

/// <summary>Each strategy picks what its name says, and says so when it has nothing to go by.</summary>
[Capability("RES-06")]
public sealed class PickStrategyTests
{
    [Fact]
    public void Fifo_PicksWhatCameFirst() => AssertLots(PickStrategy.Fifo, PickStrategy.Fifo, 1, 2, 3);

    [Fact]
    public void Lifo_PicksWhatCameLast() => AssertLots(PickStrategy.Lifo, PickStrategy.Lifo, 3, 2, 1);

    [Fact]
    [Capability("LOT-05")]
    public void Fefo_PicksWhatIsRemovedFirst() => AssertLots(PickStrategy.Fefo, PickStrategy.Fefo, 2, 3, 1);

    [Fact]
    public void Nearest_PicksAlongTheWalk()
    {
        var shelf = Three().Select(heap => heap with { Walk = heap.Spot.Lot == 3 ? PickCandidate.OffTheWalk : 3 })
            .Append(Shelf.Heap(4, 4, 5, received: 20260104) with { Walk = 1 });

        var plan = Plan(PickStrategy.Nearest, 20, shelf);

        Assert.Equal([4L, 1, 2, 3], plan.Picks.Select(pick => pick.Spot.Lot));
        Assert.Equal(PickStrategy.Nearest, plan.Followed);
    }

    [Theory]
    [InlineData(PickStrategy.Fefo)]
    [InlineData(PickStrategy.Nearest)]
    public void Strategy_WithoutItsData_FallsToFifo_AndSaysSo(PickStrategy strategy)
    {
        var plan = Plan(strategy, 7, Three().Select(heap => heap with { Term = LotTerm.Of(heap.Term.Received) }));

        Assert.Equal([(1L, 5L), (2, 2)], plan.Picks.Select(pick => (pick.Spot.Lot, pick.Units)));
        Assert.Equal(PickStrategy.Fifo, plan.Followed);
    }

    [Fact]
    public void Lifo_WithoutLots_FallsToFifo_AndSaysSo()
    {
        var plan = Plan(PickStrategy.Lifo, 7, [Shelf.Heap(2, 0, 5), Shelf.Heap(1, 0, 5)]);

        Assert.Equal([1, 2], plan.Picks.Select(pick => pick.Spot.Place));
        Assert.Equal(PickStrategy.Fifo, plan.Followed);
    }

    [Property]
    public void FewestSplits_AreAsFewAsAnyChoiceHas(byte[] bytes, byte asked, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule((byte)PickStrategy.FewestSplits, demands), Shelf.Of(bytes));
        var heaps = shelf.Where(heap => Shelf.MayBePicked(rule, heap)).Select(heap => heap.Units).ToList();
        var units = Math.Min(Shelf.Asked(asked, shelf), heaps.Sum());

        var plan = Picker.Plan(rule, units, shelf.InOrder(rule.Strategy));

        var fewest = Enumerable.Range(0, 1 << heaps.Count)
            .Select(choice => heaps.Where((_, index) => (choice >> index & 1) == 1).ToList())
            .Where(choice => choice.Sum() >= units)
            .Min(choice => choice.Count);
        Assert.Equal(fewest, plan.Picks.Count);
    }

    [Property(MaxTest = 500)]
    [Capability("LOT-05")]
    public void Plan_TakesUnitAfterUnitOfWhatComesFirst(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));
        var units = shelf.Where(heap => Shelf.MayBePicked(rule, heap))
            .SelectMany(heap => Enumerable.Repeat(heap, (int)heap.Units)).ToList();
        var taken = new List<int>();
        while (taken.Count < Shelf.Asked(asked, shelf) && units.Count > 0)
        {
            var first = units.First(one => units.TrueForAll(other => !IsBefore(rule.Strategy, other, one)));
            units.Remove(first);
            taken.Add(first.Spot.Place);
        }

        var plan = Picker.Plan(rule, Shelf.Asked(asked, shelf), shelf.InOrder(rule.Strategy));

        Assert.Equal(taken, plan.Picks.SelectMany(pick => Enumerable.Repeat(pick.Spot.Place, (int)pick.Units)));
    }

    [Fact]
    public void Candidates_OutOfOrder_AreRefused() => Assert.Throws<ArgumentException>(() =>
        Picker.Plan(new PickRule(PickStrategy.Lifo, Shelf.Today), 20, Three()));

    [Fact]
    public void Strategy_ThatThereIsNot_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PickOrder.Of((PickStrategy)5));

    // Rule after rule, as people would say them.
    private static bool IsBefore(PickStrategy strategy, PickCandidate one, PickCandidate other)
    {
        List<long> preferences = strategy switch
        {
            PickStrategy.Lifo => [other.Term.Received - one.Term.Received, other.Spot.Lot - one.Spot.Lot],
            PickStrategy.Fefo => [one.Term.Removal - other.Term.Removal],
            PickStrategy.Nearest => [(long)one.Walk - other.Walk],
            PickStrategy.FewestSplits => [other.Units - one.Units, one.Term.Removal - other.Term.Removal],
            _ => [],
        };
        preferences.AddRange(
        [
            one.Term.Received - other.Term.Received, one.Spot.Lot - other.Spot.Lot, (long)one.Walk - other.Walk,
            one.Spot.Place - other.Spot.Place,
        ]);
        return preferences.Find(difference => difference != 0) < 0;
    }

    // In the order of their receipt.
    private static PickCandidate[] Three() =>
    [
        Shelf.Heap(1, 1, 5, received: 20260101),
        Shelf.Heap(2, 2, 5, removal: 20260120, received: 20260102),
        Shelf.Heap(3, 3, 5, removal: 20260125, received: 20260103),
    ];

    private static void AssertLots(PickStrategy strategy, PickStrategy followed, params long[] lots)
    {
        var plan = Plan(strategy, 15, Three());

        Assert.Equal(lots, plan.Picks.Select(pick => pick.Spot.Lot));
        Assert.Equal(followed, plan.Followed);
    }

    private static PickPlan Plan(PickStrategy strategy, long asked, IEnumerable<PickCandidate> shelf) =>
        Picker.Plan(new PickRule(strategy, Shelf.Today), asked, shelf.InOrder(strategy));
}
