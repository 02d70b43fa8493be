namespace Inventory.Valuation;

/// <summary>What a fold must be able to reach: how far into its layers, and which lots.</summary>
/// <param name="Outflow">Units that will go out, in steps of the base unit.</param>
/// <param name="Lots">The numbers of the lots that come in or go out; 0 stands for units without a lot.</param>
public sealed record BookReach(long Outflow, IReadOnlySet<long> Lots)
{
    /// <summary>Nothing lies ahead.</summary>
    public static BookReach Nothing { get; } = new(0, new HashSet<long>());
}
