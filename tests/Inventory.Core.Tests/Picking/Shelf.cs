using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;

namespace Inventory.Core.Tests.Picking;

/// <summary>Candidates made of random bytes, with few days, walks and heaps, so that many are the same.</summary>
internal static class Shelf
{
    public const int Today = 20260110;

    private const int CountMax = 8;

    public static PickCandidate Heap(int place, long lot, long units, int removal = LotTerm.Never, int received = 0) =>
        new(new Spot(place, lot, StockStatus.Available), LotTerm.Of(received) with { Removal = removal },
            PickCandidate.OffTheWalk, units);

    /// <summary>Four bytes a candidate, each at a spot of its own.</summary>
    public static List<PickCandidate> Of(byte[] bytes) =>
        [.. bytes.Chunk(4).Where(chunk => chunk.Length == 4).Take(CountMax).Select(Candidate)];

    public static IEnumerable<PickCandidate> InOrder(this IEnumerable<PickCandidate> shelf, PickStrategy strategy) =>
        shelf.Order(PickOrder.Of(strategy));

    /// <summary>From nothing to a little more than there is.</summary>
    public static long Asked(byte asked, IEnumerable<PickCandidate> shelf) =>
        asked % (shelf.Sum(candidate => Math.Max(0, candidate.Units)) + 3);

    /// <summary>A rule of any strategy that demands anything, or nothing.</summary>
    public static PickRule Rule(byte strategy, byte demands) => new((PickStrategy)(strategy % 5), Today)
    {
        Life = (demands % 4) switch
        {
            1 => new MinimumLife(demands / 4 % 6),
            2 => new MinimumLife(0, new Ratio(1, 1 + demands / 4 % 4)),
            _ => null,
        },
        TakesExpired = demands >= 192,
    };

    /// <summary>What may be picked, said in other words than the picker's.</summary>
    public static bool MayBePicked(PickRule rule, PickCandidate candidate) => candidate.Units > 0
        && (rule.TakesExpired || candidate.Term.Removal > rule.Delivery)
        && (rule.Life is null || rule.Life.IsMetBy(candidate.Term, rule.Delivery));

    private static PickCandidate Candidate(byte[] bytes, int index)
    {
        var lot = bytes[0] % 5;
        var removal = lot < 2 ? LotTerm.Never : Today - 2 + 2 * lot - bytes[3] / 128;
        var term = new LotTerm(
            lot == 0 ? 0 : Today - 9 + lot % 3, 0, 0, removal == LotTerm.Never ? 0 : removal + 1, removal,
            LotTerm.Never);
        var walk = bytes[1] % 4 == 3 ? PickCandidate.OffTheWalk : bytes[1] % 4;
        return new PickCandidate(new Spot(index + 1, lot, StockStatus.Available), term, walk, bytes[2] % 7 - 1);
    }
}
