using Inventory.Locations;

namespace Inventory.Putaway;

/// <summary>Where goods are put.</summary>
/// <param name="Bin">The bin; null when none will do.</param>
/// <param name="Rule">The place of the rule that chose it in the list, from 0; null when none did.</param>
/// <param name="Failures">
/// When no bin will do: each rule that is for the goods with each bin that has failed it, rule by rule. Empty when no
/// rule is for the goods.
/// </param>
public sealed record PutawayPlan(Location? Bin, int? Rule, IReadOnlyList<PutawayFailure> Failures);
