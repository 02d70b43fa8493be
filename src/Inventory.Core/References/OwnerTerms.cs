namespace Inventory.References;

/// <summary>What may become of the goods of somebody else that lie with us.</summary>
public enum OwnerTerms
{
    /// <summary>They are kept, moved and counted, but neither promised nor issued while they are theirs.</summary>
    NotForSale,

    /// <summary>They are promised and sold like ours, and belong to their owner until they are sold.</summary>
    OnCommission,
}
