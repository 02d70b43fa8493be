namespace Inventory.Ledger;

/// <summary>The steps a leg of a reservation can take. A step may change several of its quantities.</summary>
public enum PromiseStep
{
    /// <summary>It was made: units are held, committed or waited for.</summary>
    Make,

    /// <summary>Units are given back.</summary>
    Release,

    /// <summary>What was held for a time is committed to an order.</summary>
    Convert,

    /// <summary>What is held is held until another instant.</summary>
    Extend,

    /// <summary>Units that were promised have left with the goods.</summary>
    Fulfil,

    /// <summary>Units that were waited for are promised.</summary>
    Fill,

    /// <summary>Holds of a position whose time is over are taken out of its total; belongs to no reservation.</summary>
    Settle,

    /// <summary>Committed units are bound to goods at a spot.</summary>
    Allocate,

    /// <summary>Units are no longer bound to goods; they stay promised.</summary>
    Deallocate,

    /// <summary>Units are given up for a reservation that goes before, and waited for again.</summary>
    Yield,
}
