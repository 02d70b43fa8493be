namespace Inventory.Valuation;

/// <summary>How a book costs what goes out.</summary>
public enum CostMethod
{
    /// <summary>First in, first out: an issue takes the oldest units.</summary>
    Fifo,

    /// <summary>Moving average: an issue takes its share of the value on hand.</summary>
    MovingAverage,

    /// <summary>Specific identification: cost follows the lot or serial that moves.</summary>
    Specific,
}
