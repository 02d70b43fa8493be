namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What keeps engines on one ledger from harming each other; several together are a set.</summary>
[Flags]
internal enum Guard
{
    /// <summary>None: everything is guarded.</summary>
    None = 0,

    /// <summary>A SKU's stream is where the batch was decided.</summary>
    HeadVersion = 1,

    /// <summary>A position has what the batch needs of it.</summary>
    PositionAtLeast = 2,

    /// <summary>Nothing committed or held falls below zero.</summary>
    NotBelowZero = 4,

    /// <summary>A reservation holds what its change was decided on.</summary>
    ReservationHeld = 8,

    /// <summary>The catalogue is the one that the batch was decided on.</summary>
    CatalogVersion = 16,

    /// <summary>A batch is not recorded before the last one.</summary>
    RecordedNotBeforeLast = 32,

    /// <summary>A command's key is new.</summary>
    CommandKey = 64,

    /// <summary>A refusal is given only where nothing has been committed since it was decided.</summary>
    FreshRefusal = 128,

    /// <summary>A bin holds what there was room beside when the batch was decided.</summary>
    BinAsBefore = 256,
}
