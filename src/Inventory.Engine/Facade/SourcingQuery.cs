using Inventory.Reservations;
using Inventory.Sourcing;
using NodaTime;

namespace Inventory;

/// <summary>Asks which of several sites an order is to be shipped from.</summary>
/// <param name="Lines">What is to be shipped, 1 to 1,000 lines; those of one SKU and grade are summed.</param>
/// <param name="Sites">
/// Where it may be shipped from: 1 to <see cref="SitesMax"/>, and where the policy weighs choices at most
/// <see cref="Sourcer.WeighedMax"/>.
/// </param>
/// <param name="Policy">Which sites are chosen.</param>
public sealed record SourcingQuery(
    IReadOnlyList<SourcingLine> Lines, IReadOnlyList<SourcingSite> Sites, SourcingPolicy Policy)
{
    /// <summary>The most lines of one question: those of one reservation.</summary>
    public const int LinesMax = ReserveStock.LinesMax;

    /// <summary>The most sites of one question.</summary>
    public const int SitesMax = 1_000;

    /// <summary>
    /// For <see cref="SourcingPolicy.LeastCost"/>: what each parcel beyond the first costs on top of its own, 0 to
    /// <see cref="SourcingSite.AmountMax"/>.
    /// </summary>
    public long SplitPenalty { get; init; }

    /// <summary>Whether to propose what there is when something of the order is missing.</summary>
    public bool TakesAvailable { get; init; }

    /// <summary>Who asks: what this holder holds is available to it. Null is nobody in particular.</summary>
    public string? Holder { get; init; }

    /// <summary>The code of the sales channel whose rules hold; null is none in particular.</summary>
    public string? Channel { get; init; }

    /// <summary>The day on which the goods must still be good; null, or a day that has passed, is today.</summary>
    public LocalDate? NeededBy { get; init; }
}
