using Inventory.Movements;

namespace Inventory.Lots;

/// <summary>The table of lot statuses: what follows which, and the state that the units of each are in.</summary>
internal static class LotRules
{
    /// <summary>The state of what is kept with a lot of a status.</summary>
    public static StockStatus StateOf(LotStatus status) => status switch
    {
        LotStatus.Released => StockStatus.Available,
        LotStatus.Recalled => StockStatus.Recalled,
        LotStatus.Damaged => StockStatus.Damaged,
        _ => StockStatus.Quarantined,
    };

    /// <summary>
    /// Whether a status may follow another: what was recalled, expired or damaged is examined before it is released.
    /// </summary>
    public static bool Allows(LotStatus from, LotStatus to) => from != to
        && (from is LotStatus.Released or LotStatus.OnHold or LotStatus.Quarantined
            || to is LotStatus.Quarantined or LotStatus.Recalled);

    /// <summary>The statuses that may follow one, in words.</summary>
    public static string Describe(LotStatus from) =>
        string.Join(", ", Enum.GetValues<LotStatus>().Where(to => Allows(from, to)));
}
