namespace Inventory.Testing.Promises;

/// <summary>The laws that a history of promises keeps.</summary>
public enum PromiseLaw
{
    /// <summary>Every fact belongs to a command that was applied, and is recorded when that was.</summary>
    BelongsToACommand,

    /// <summary>A reservation gives back, converts and ships only what it has.</summary>
    OnlyWhatIsPromised,

    /// <summary>A hold that has ended takes no further step.</summary>
    EndedStaysEnded,

    /// <summary>What is taken out as ended is just what has ended.</summary>
    SettledIsWhatEnded,

    /// <summary>Nothing is promised, or promised in addition, where more is promised than is sellable.</summary>
    NotPromisedBeyondStock,

    /// <summary>Only a plain truth takes away what promises need.</summary>
    NotTakenFromPromises,
}
