using Inventory.Ledger;

namespace Inventory.Queries;

/// <summary>What one position has for the one who asks, before any rule of selling.</summary>
/// <param name="Position">The position as it is now.</param>
/// <param name="Incoming">Units on their way to it.</param>
/// <param name="Own">Units that the one who asks holds.</param>
/// <param name="Expired">Sellable units whose removal day has come.</param>
/// <param name="TooOld">Free units that cannot be promised for the needed-by day.</param>
internal sealed record PositionTerms(Position Position, long Incoming, long Own, long Expired, long TooOld)
{
    /// <summary>What is left to promise.</summary>
    public long Available => Position.Available + Own - Expired - TooOld;

    public static PositionTerms None(int sku, PositionKey key) => new(new Position(sku, key, default), 0, 0, 0, 0);

    /// <summary>The terms for a needed-by day; 0 is today.</summary>
    public static PositionTerms Of(
        Position position, long incoming, IReadOnlyList<ReservationLeg> own, DatedReading dates, int day)
    {
        // Nearly every position: nothing of it goes bad.
        if (!dates.Knows(position))
        {
            return new PositionTerms(position, incoming, own.Sum(leg => leg.Held), 0, 0);
        }

        var cover = dates.Cover(position, day);
        var expired = position.Free - cover.SpareFor(0);
        foreach (var leg in own)
        {
            cover.Promise(leg.Terms.NeededBy, -leg.Held);
        }

        return new PositionTerms(
            position, incoming, own.Sum(leg => leg.Held), expired, cover.SpareFor(0) - cover.SpareFor(day));
    }
}
