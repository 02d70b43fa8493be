using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Reservations;

/// <summary>The suffix scan says what trying every way to deal out the goods says.</summary>
[Capability("QTY-11")]
[Capability("RES-13")]
public sealed class DatedCoverTests
{
    private const int Today = 20260105;
    private const int Far = 20260131;
    private const int UnitsMax = 9;

    [Fact]
    public void GoodsThatLastLonger_AreKeptForThoseWhoNeedThemLater()
    {
        // Four units go bad on the 7th, three on the 10th; two of seven are promised for the 8th.
        var cover = new DatedCover(
            Today, Far, 7, 2, [(20260107, 4), (20260110, 3)], [(20260108, 2)], 20260107, 20260111);

        Assert.Equal(5, cover.SpareFor(Today));
        Assert.Equal(1, cover.SpareFor(20260107));
        Assert.Equal(1, cover.SpareFor(20260108));
        Assert.Equal(0, cover.SpareFor(20260111));
        Assert.Equal(0, cover.Uncovered);
    }

    [Fact]
    public void WhatIsRemovedToday_CoversNothing()
    {
        var cover = new DatedCover(Today, Far, 5, 4, [(Today - 1, 1), (Today, 2)], []);

        Assert.Equal(-2, cover.SpareFor(Today));
        Assert.Equal(2, cover.Uncovered);
    }

    [Property]
    public void AllAreCovered_ExactlyWhenAMatchingCoversAll(byte[] goods, byte[] promises)
    {
        var (supply, needs) = (Days(goods), Days(promises));

        Assert.Equal(needs.Count - Matched(supply, needs), Cover(supply, needs).Uncovered);
    }

    [Property]
    public void TheSpareForADay_IsWhatAMatchingHasRoomFor(byte[] goods, byte[] promises, byte day)
    {
        var (supply, needs, asked) = (Days(goods), Days(promises), Day(day));
        var cover = Cover(supply, needs, asked);
        if (cover.Uncovered > 0)
        {
            return;
        }

        var room = Enumerable.Range(1, UnitsMax + 1)
            .TakeWhile(more => Matched(supply, [.. needs, .. Enumerable.Repeat(asked, more)]) == needs.Count + more)
            .Count();

        Assert.Equal(room, cover.SpareFor(asked));
        cover.Promise(asked, room);
        Assert.Equal(0, cover.SpareFor(asked));
        Assert.Equal(0, cover.Uncovered);
    }

    [Property]
    public void TheSpareForADay_DoesNotDependOnWhatIsRemovedLater(byte[] goods, byte[] promises, byte day)
    {
        var (supply, needs, asked) = (Days(goods), Days(promises), Math.Max(Today, Day(day)));
        var known = Buckets([.. supply.Where(removal => removal <= asked)]);
        var window = new DatedCover(Today, asked, supply.Count, needs.Count, known, Buckets(needs), asked);

        Assert.Equal(Cover(supply, needs, asked).SpareFor(asked), window.SpareFor(asked));
    }

    [Property]
    public void WhatLosesItsCover_IsAsLittleAsCanBe_AndTheFirstThatMay(byte[] goods, byte[] promises)
    {
        var (supply, needs) = (Days(goods), Days(promises));
        var cover = Cover(supply, needs);
        var left = new List<int>(needs);
        foreach (var need in needs)
        {
            var without = new List<int>(left);
            without.Remove(need);
            var mayGo = Matched(supply, without) == Matched(supply, left) && Matched(supply, left) < left.Count;

            Assert.Equal(mayGo ? 1 : 0, cover.Uncover(need, 1));
            left = mayGo ? without : left;
        }

        Assert.Equal(0, cover.Uncovered);
        Assert.Equal(Matched(supply, needs), left.Count);
    }

    private static DatedCover Cover(List<int> supply, List<int> needs, params int[] days) =>
        new(Today, Far, supply.Count, needs.Count, Buckets(supply), Buckets(needs), days);

    private static List<(int Day, long Units)> Buckets(List<int> days) =>
        [.. days.GroupBy(day => day).OrderBy(group => group.Key).Select(group => (group.Key, (long)group.Count()))];

    private static List<int> Days(byte[] bytes) => [.. bytes.Take(UnitsMax).Select(Day)];

    private static int Day(byte number) => Today - 2 + number % 8;

    // The most promises that can be kept, each with a unit of its own: augmenting paths.
    private static int Matched(List<int> supply, List<int> needs)
    {
        var promisedTo = new int[supply.Count];
        Array.Fill(promisedTo, -1);
        return Enumerable.Range(0, needs.Count).Count(need => TryMatch(need, new bool[supply.Count]));

        bool TryMatch(int need, bool[] seen)
        {
            for (var unit = 0; unit < supply.Count; unit++)
            {
                if (supply[unit] > Math.Max(Today, needs[need]) && !seen[unit])
                {
                    seen[unit] = true;
                    if (promisedTo[unit] < 0 || TryMatch(promisedTo[unit], seen))
                    {
                        promisedTo[unit] = need;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
