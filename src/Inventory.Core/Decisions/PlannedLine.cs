using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>A line whose names have been resolved: what will move, from where to where, at which cost.</summary>
internal struct PlannedLine
{
    public SkuWindow Window;
    public Location FromPlace;
    public Location ToPlace;
    public Spot From;
    public Spot To;
    public long Quantity;
    public long? Cost;
    public long? Counted;
    public EntryKey Reverses;

    /// <summary>The promise that the line fulfils; null where it takes what is free.</summary>
    public CommandTrace? Fulfils;

    /// <summary>The order that the line picks for, inside the pool; null where it picks for none.</summary>
    public CommandTrace? Picks;

    /// <summary>The serial, where the line is one of a range; null else.</summary>
    public string? Serial;
    public long Effective;

    /// <summary>What the line is where one command has lines of several kinds; null is the command's kind.</summary>
    public MovementKind? Kind;

    /// <summary>The count that the line is compensated at; after it nothing changes. 0 when it is not.</summary>
    public long CompensatedAt;

    /// <summary>Whether what the line brings in is taken out again at a count.</summary>
    public bool IsEntryCompensated;

    /// <summary>Whether this line is itself the compensation of another.</summary>
    public bool IsCompensation;
    public int Line;
    public int DocumentLine;

    /// <summary>Whether what it takes is ours and in our hands.</summary>
    public readonly bool IsFromOurs => MovementRules.IsOurs(From, FromPlace);

    /// <summary>Whether what it brings is ours and in our hands.</summary>
    public readonly bool IsToOurs => MovementRules.IsOurs(To, ToPlace);

    /// <summary>The position it takes from; that of no pool where it comes from outside.</summary>
    public readonly PositionKey FromKey => From.In(FromPlace.Pool);

    /// <summary>The position it goes to; that of no pool where it goes outside.</summary>
    public readonly PositionKey ToKey => To.In(ToPlace.Pool);
}
