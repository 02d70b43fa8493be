namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What keeps engines on one ledger from harming each other.</summary>
internal enum Guard
{
    /// <summary>None: everything is guarded.</summary>
    None,

    /// <summary>A SKU's stream is where the batch was decided.</summary>
    HeadVersion,

    /// <summary>A position has what the batch needs of it.</summary>
    PositionAtLeast,

    /// <summary>Nothing committed or held falls below zero.</summary>
    NotBelowZero,

    /// <summary>A reservation holds what its change was decided on.</summary>
    ReservationHeld,

    /// <summary>The catalogue is the one that the batch was decided on.</summary>
    CatalogVersion,

    /// <summary>A batch is not recorded before the last one.</summary>
    RecordedNotBeforeLast,

    /// <summary>A command's key is new.</summary>
    CommandKey,

    /// <summary>A refusal is given only where nothing has been committed since it was decided.</summary>
    FreshRefusal,
}
