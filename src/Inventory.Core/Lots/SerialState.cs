namespace Inventory.Lots;

/// <summary>Where a serial stands in its life.</summary>
public enum SerialState
{
    /// <summary>Known, and never in stock: a count looked for it and did not find it.</summary>
    Created,

    /// <summary>In an own place, and never with a customer so far.</summary>
    InStock,

    /// <summary>With a customer.</summary>
    Shipped,

    /// <summary>In an own place again, after it was with a customer.</summary>
    Returned,

    /// <summary>Back at a supplier.</summary>
    SentBack,

    /// <summary>Used up in production.</summary>
    Consumed,

    /// <summary>Scrapped or lost.</summary>
    Scrapped,
}
