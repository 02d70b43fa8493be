namespace Inventory.Engine.Tests.Support;

/// <summary>How the effective times of a random ledger lie against the order in which it was recorded.</summary>
public enum LedgerShape
{
    /// <summary>Everything is recorded when it happens.</summary>
    InOrder,

    /// <summary>Three facts in ten are recorded late.</summary>
    WithLateFacts,

    /// <summary>Years are recorded in one day, in no order.</summary>
    ImportedInOneDay,
}
