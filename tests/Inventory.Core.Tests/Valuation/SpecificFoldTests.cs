using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Valuation;

/// <summary>Laws of a book in which cost follows the lot.</summary>
[Capability("VAL-06"), Capability("VAL-21")]
public sealed class SpecificFoldTests
{
    private static readonly Location _shop = new()
    {
        Number = 100,
        Code = "SHOP",
        Kind = LocationKind.Site,
        Pool = 100,
        HoldsStock = true,
        TimeZone = "UTC",
    };

    /// <summary>However a lot is cut, the first units of it cost the same.</summary>
    [Property(MaxTest = 300)]
    public void Parts_OfALot_CostWhatTheWholeCosts(int seed)
    {
        var random = new Random(seed);
        var (quantity, value) = (random.Next(1, 200), random.Next(10_000));
        var (whole, parts) = (Fold([7]), Fold([7]));
        whole.Fold(In(1, 7, quantity, value));
        parts.Fold(In(1, 7, quantity, value));
        var taken = random.Next(1, quantity + 1);

        var cost = 0L;
        for (var left = taken; left > 0;)
        {
            var part = random.Next(1, left + 1);
            cost += parts.Fold(Out(quantity - left + 2, 7, part))!.Value;
            left -= part;
        }

        Assert.Equal(whole.Fold(Out(2, 7, taken)), cost);
        Assert.Equal(Split.Prefix(value, taken, quantity), cost);
        Assert.Equal(whole.State.Value, parts.State.Value);
    }

    /// <summary>What comes in = what goes out + what is left, for each lot by itself and so for all together.</summary>
    [Property(MaxTest = 300)]
    public void Value_IsTheSumOfTheLotsValues_AndZeroWhereNothingIsLeft(int seed)
    {
        var random = new Random(seed);
        var all = Fold([1, 2, 3]);
        var lots = new[] { Fold([1]), Fold([2]), Fold([3]) };
        for (var sequence = 1; sequence <= 60; sequence++)
        {
            var lot = random.Next(3);
            var entry = random.Next(2) == 0 || lots[lot].State.Quantity == 0
                ? In(sequence, lot + 1, random.Next(1, 9), random.Next(1_000))
                : Out(sequence, lot + 1, random.NextInt64(1, lots[lot].State.Quantity + 1));

            Assert.Equal(lots[lot].Fold(entry), all.Fold(entry));

            Assert.Equal(lots.Sum(one => one.State.Value), all.State.Value);
            Assert.Equal(lots.Sum(one => one.State.Quantity), all.State.Quantity);
            Assert.All(lots, one => Assert.True(one.State.Value >= 0));
            Assert.All(lots, one => Assert.True(one.State.Quantity > 0 || one.State.Value == 0));
        }
    }

    /// <summary>A fold that is opened from what was stored goes on like one that never stopped.</summary>
    [Property(MaxTest = 200)]
    public void Fold_OpenedAgain_GoesOnAsBefore(int seed)
    {
        var random = new Random(seed);
        var fold = Fold([1, 2]);
        var opened = Fold([1, 2]);
        for (var sequence = 1; sequence <= 40; sequence++)
        {
            var lot = random.Next(1, 3);
            var entry = random.Next(2) == 0
                ? In(sequence, lot, random.Next(1, 9), random.Next(1_000))
                : Out(sequence, lot, random.Next(1, 9));
            Assert.Equal(fold.Fold(entry), opened.Fold(entry));
            Assert.Equal(fold.State, opened.State);
            var stored = fold.Changed(1, 1, entry.Key.Next);
            opened = new SpecificFold(opened.State, At);
            opened.Put([1, 2], stored);
        }
    }

    [Fact]
    public void Lot_ThatIsNotHeld_IsNeverTakenForAnEmptyOne()
    {
        var fold = Fold([1]);

        Assert.False(fold.Covers(new BookReach(0, new HashSet<long> { 1, 2 })));
        Assert.Throws<InvalidOperationException>(() => fold.Fold(In(1, 2, 1, 1)));
    }

    private static SpecificFold Fold(long[] lots)
    {
        var fold = new SpecificFold(BookState.Empty, At);
        fold.Put(lots, []);
        return fold;
    }

    private static Location At(int number) =>
        number == _shop.Number ? _shop : WellKnownLocations.All[number - 1];

    private static Entry In(long sequence, long lot, long quantity, long cost) =>
        Entry(sequence, lot, quantity) with
        {
            From = new Spot(1, lot, StockStatus.Available),
            To = new Spot(_shop.Number, lot, StockStatus.Available),
            Cost = cost,
        };

    private static Entry Out(long sequence, long lot, long quantity) => Entry(sequence, lot, quantity);

    private static Entry Entry(long sequence, long lot, long quantity) => new()
    {
        Sku = 1,
        Sequence = sequence,
        Quantity = quantity,
        From = new Spot(_shop.Number, lot, StockStatus.Available),
        To = new Spot(2, lot, StockStatus.Available),
        Kind = MovementKind.Issue,
        Recorded = sequence,
        Effective = sequence,
        Occurred = sequence,
        BusinessDate = 20240101,
    };
}
