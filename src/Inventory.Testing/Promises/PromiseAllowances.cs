namespace Inventory.Testing.Promises;

/// <summary>What the host's own rules let be promised or taken beyond what is there.</summary>
/// <remarks>The feed of facts does not say which rules were in force; state the widest that ever were.</remarks>
public sealed record PromiseAllowances
{
    /// <summary>By how many base units more than is sellable a pool may promise; nothing by default.</summary>
    public Func<string, decimal> Oversell { get; init; } = static _ => 0;

    /// <summary>Whether a place may be overdrawn: what it gives is no breach by itself. None may by default.</summary>
    public Func<string, bool> MayBeOverdrawn { get; init; } = static _ => false;
}
