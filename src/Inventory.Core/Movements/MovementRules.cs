using Inventory.Catalog;
using Inventory.Locations;

namespace Inventory.Movements;

/// <summary>
/// The table of movement kinds: legal pairs of places, required fields, and the lifecycle statuses that allow them.
/// </summary>
internal static class MovementRules
{
    /// <summary>
    /// The code of the place a kind takes for a side that was left out; null when the side must be named.
    /// </summary>
    public static string? Counterparty(MovementKind kind, bool from) => (kind, from) switch
    {
        (MovementKind.Receipt, true) => WellKnownLocations.Supplier,
        (MovementKind.Issue, false) => WellKnownLocations.Customer,
        (MovementKind.Return, true) => WellKnownLocations.Customer,
        (MovementKind.Return, false) => WellKnownLocations.Supplier,
        (MovementKind.Adjustment or MovementKind.Opening, true) => WellKnownLocations.Loss,
        (MovementKind.Adjustment or MovementKind.Scrap, false) => WellKnownLocations.Loss,
        _ => null,
    };

    /// <summary>Whether the movement stays at one place, so that naming one side names both.</summary>
    public static bool StaysInPlace(MovementKind kind) =>
        kind is MovementKind.StatusChange or MovementKind.GradeChange or MovementKind.OwnerChange;

    /// <summary>Whether goods at a spot are ours and in our hands: only those have value in the books.</summary>
    public static bool IsOurs(Ledger.Spot spot, Location place) => place.IsOwn && spot.Owner == 0;

    /// <summary>1 when goods become part of our stock, -1 when they leave it, 0 when they do neither.</summary>
    public static int Direction(Ledger.Entry entry, Location from, Location to) =>
        IsOurs(entry.To, to).CompareTo(IsOurs(entry.From, from));

    /// <summary>Whether a pair of places fits a kind.</summary>
    public static bool Allows(MovementKind kind, Location from, Location to) => kind switch
    {
        MovementKind.Receipt => from.Kind is LocationKind.Supplier or LocationKind.Production && to.IsOwn,
        MovementKind.Issue => from.IsOwn && to.Kind is LocationKind.Customer or LocationKind.Production,
        MovementKind.Return =>
            (from.Kind == LocationKind.Customer && to.IsOwn) || (from.IsOwn && to.Kind == LocationKind.Supplier),
        MovementKind.Transfer => from.IsOwn && to.IsOwn && from.Number != to.Number,
        MovementKind.Dispatch =>
            from.IsOwn && from.Kind != LocationKind.Transit && to.Kind == LocationKind.Transit,
        MovementKind.Adjustment =>
            (from.Kind == LocationKind.Loss && to.IsOwn) || (from.IsOwn && to.Kind == LocationKind.Loss),
        MovementKind.Scrap => from.IsOwn && to.Kind == LocationKind.Loss,
        MovementKind.StatusChange or MovementKind.GradeChange or MovementKind.OwnerChange =>
            from.IsOwn && from.Number == to.Number,
        MovementKind.Opening => from.Kind is LocationKind.Loss or LocationKind.Supplier && to.IsOwn,
        _ => false,
    };

    /// <summary>The rule of a kind in words.</summary>
    public static string Describe(MovementKind kind) => kind switch
    {
        MovementKind.Receipt => "a receipt goes from a supplier or production to an own place",
        MovementKind.Issue => "an issue goes from an own place to a customer or production",
        MovementKind.Return => "a return goes from a customer to an own place, or from an own place to a supplier",
        MovementKind.Transfer => "a transfer goes between two different own places",
        MovementKind.Adjustment => "an adjustment goes between an own place and a loss location",
        MovementKind.Scrap => "scrap goes from an own place to a loss location",
        MovementKind.StatusChange => "a status change stays at one own place and changes the status",
        MovementKind.GradeChange => "a change of grade stays at one own place and changes the grade",
        MovementKind.OwnerChange => "a change of owner stays at one own place and changes the owner",
        MovementKind.Opening => "an opening goes from a loss location or supplier to an own place",
        MovementKind.Dispatch or MovementKind.Arrival =>
            "goods leave an own place by DispatchTransfer and arrive by ReceiveTransfer",
        _ => "counts and reversals have commands of their own: CountStock and ReverseMovement",
    };

    /// <summary>Whether incoming goods of this kind must state their cost.</summary>
    public static bool NeedsCost(MovementKind kind) =>
        kind is MovementKind.Receipt or MovementKind.Return or MovementKind.Opening or MovementKind.OwnerChange;

    /// <summary>Whether the kind must give a reason.</summary>
    public static bool NeedsReason(MovementKind kind) => kind is MovementKind.Adjustment or MovementKind.Scrap;

    /// <summary>
    /// Whether a movement states a plain truth, which promises cannot stop: what was seen, lost, broken or recalled.
    /// </summary>
    public static bool StatesTruth(MovementKind kind, StockStatus to) =>
        kind is MovementKind.Count or MovementKind.Scrap
        || (kind == MovementKind.StatusChange
            && to is StockStatus.Damaged or StockStatus.Quarantined or StockStatus.Recalled);

    /// <summary>Whether an entry states a plain truth.</summary>
    public static bool StatesTruth(Ledger.Entry entry) => StatesTruth(entry.Kind, entry.To.Status);

    /// <summary>Whether a lifecycle status allows a kind.</summary>
    public static bool Allows(Lifecycle lifecycle, MovementKind kind) => lifecycle switch
    {
        Lifecycle.Active => true,
        Lifecycle.Draft => false,
        Lifecycle.Blocked =>
            kind is MovementKind.Count or MovementKind.Adjustment or MovementKind.StatusChange or MovementKind.Scrap,
        _ => kind is not (MovementKind.Receipt or MovementKind.Opening),
    };
}
