using Inventory.Picking;

namespace Inventory;

/// <summary>Where units are to be picked. Nothing is promised or bound by it.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Picks">What to pick where, in the order of the strategy; each place and lot once.</param>
/// <param name="Followed">
/// The strategy that decided: <see cref="PickStrategy.Fifo"/> where the one asked for had nothing to go by, such as
/// FEFO among goods without dates.
/// </param>
/// <param name="Missing">What was asked for and cannot be picked; zero when everything can.</param>
/// <param name="Expired">When something is missing: what was left lying because it will have expired; else zero.</param>
/// <param name="TooOld">
/// When something is missing: what was left lying because it does not keep as long as it must; else zero.
/// </param>
public sealed record PickProposal(
    string Sku, IReadOnlyList<ProposedPick> Picks, PickStrategy Followed, Quantity Missing, Quantity Expired,
    Quantity TooOld);
