using Inventory.Sourcing;

namespace Inventory.Core.Tests.Sourcing;

/// <summary>Orders and sites made of random bytes: few units and costs, so that many choices are the same.</summary>
internal static class Depots
{
    public const long Now = 1_000;

    private const int CountMax = 6;

    public static SourceSite With(params long[] units) => new(units);

    /// <summary>Two or three lines, and seven bytes a site.</summary>
    public static (long[] Asked, SourceSite[] Sites) Of(byte[] bytes, byte lines)
    {
        var asked = Enumerable.Range(0, 2 + lines % 2).Select(line => (long)(lines >> (2 * line + 1)) % 7).ToArray();
        return (asked, [.. bytes.Chunk(7).Where(chunk => chunk.Length == 7).Take(CountMax)
            .Select(chunk => Site(chunk, asked.Length))]);
    }

    public static SourcingRule Rule(SourcingPolicy policy, byte penalty) =>
        new(policy, Now) { SplitPenalty = penalty % 4 };

    private static SourceSite Site(byte[] bytes, int lines) =>
        new([.. bytes.Take(lines).Select(units => units % 6L - 1)])
        {
            Priority = bytes[3] % 3,
            Distance = bytes[4] % 3,
            ParcelCost = bytes[5] % 4,
            CutOff = (bytes[6] % 5) switch
            {
                0 => Now - 1,
                1 => SourceSite.NoCutOff,
                var more => Now + more,
            },
        };
}
