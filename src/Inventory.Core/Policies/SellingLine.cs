namespace Inventory.Policies;

/// <summary>A selling rule that a command sets for a channel.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Channel">The channel's code; null is all channels.</param>
public sealed record SellingLine(SellingRule Rule, string? Channel = null);
