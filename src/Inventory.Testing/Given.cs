using System.Globalization;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Testing;

/// <summary>
/// Makes commands with sensible defaults and a fresh key each, to be changed by <c>with</c> where a test needs more.
/// </summary>
/// <remarks>Quantities are in single pieces. Not safe for use from several threads.</remarks>
/// <param name="prefix">What the keys begin with; give two makers different ones.</param>
public sealed class Given(string prefix = "given")
{
    /// <summary>The SKU that is meant when none is named.</summary>
    public const string DefaultSku = "SKU-1";

    /// <summary>The place that is meant when none is named.</summary>
    public const string DefaultPlace = "MAIN";

    private int _keys;

    /// <summary>A key that this maker has not given before.</summary>
    /// <returns>The key: the prefix and a number.</returns>
    public CommandKey Key() => new(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{++_keys}"));

    /// <summary>Defines an active SKU counted in pieces.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="tracking">What its units are told apart by.</param>
    /// <returns>The command.</returns>
    public DefineSku Sku(string code = DefaultSku, Tracking tracking = Tracking.None) =>
        new(Key(), code) { Tracking = tracking };

    /// <summary>Defines a site that holds stock.</summary>
    /// <param name="code">Its code.</param>
    /// <returns>The command.</returns>
    public DefineLocation Site(string code = DefaultPlace) => new(Key(), code, LocationKind.Site);

    /// <summary>Defines a bin of a site.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="site">The site's code.</param>
    /// <returns>The command.</returns>
    public DefineLocation Bin(string code, string site = DefaultPlace) => new(Key(), code, LocationKind.Bin, site);

    /// <summary>Receives goods from the supplier.</summary>
    /// <param name="quantity">How many pieces.</param>
    /// <param name="unitCost">What a piece costs.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="to">The place's code.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <returns>The command.</returns>
    public PostMovement Receipt(
        decimal quantity, decimal unitCost = 1, string sku = DefaultSku, string to = DefaultPlace, string? lot =
            null) =>
        Movement(MovementKind.Receipt, Line(quantity, sku, lot) with { To = to, Cost = Cost.PerUnit(unitCost) });

    /// <summary>Issues goods to the customer.</summary>
    /// <param name="quantity">How many pieces.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="from">The place's code.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <returns>The command.</returns>
    public PostMovement Issue(decimal quantity, string sku = DefaultSku, string from = DefaultPlace, string? lot =
        null) =>
        Movement(MovementKind.Issue, Line(quantity, sku, lot) with { From = from });

    /// <summary>Moves goods from one own place to another.</summary>
    /// <param name="quantity">How many pieces.</param>
    /// <param name="from">The place they leave.</param>
    /// <param name="to">The place they go to.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <returns>The command.</returns>
    public PostMovement Transfer(decimal quantity, string from, string to, string sku = DefaultSku) =>
        Movement(MovementKind.Transfer, Line(quantity, sku, lot: null) with { From = from, To = to });

    /// <summary>A movement of several lines.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="lines">Its lines.</param>
    /// <returns>The command.</returns>
    public PostMovement Movement(MovementKind kind, params IReadOnlyList<MovementLine> lines) =>
        new(Key(), kind, lines);

    /// <summary>Counts a place.</summary>
    /// <param name="seen">How many pieces were seen.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="place">The place's code.</param>
    /// <returns>The command.</returns>
    public CountStock Count(decimal seen, string sku = DefaultSku, string place = DefaultPlace) =>
        new(Key(), sku, place, Quantity.Each(seen));

    /// <summary>Reserves goods.</summary>
    /// <param name="quantity">How many pieces.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The pool's code.</param>
    /// <returns>The command.</returns>
    public ReserveStock Reserve(decimal quantity, string sku = DefaultSku, string pool = DefaultPlace) =>
        new(Key(), sku, pool, Quantity.Each(quantity));

    /// <summary>Gives back what a reservation still holds.</summary>
    /// <param name="reservation">The key of the command that made it.</param>
    /// <returns>The command.</returns>
    public ReleaseReservation Release(CommandKey reservation) => new(Key(), reservation);

    /// <summary>Undoes a movement.</summary>
    /// <param name="original">The key of the command that made it.</param>
    /// <returns>The command.</returns>
    public ReverseMovement Reversal(CommandKey original) => new(Key(), original);

    private static MovementLine Line(decimal quantity, string sku, string? lot) =>
        new(sku, Quantity.Each(quantity)) { Lot = lot };
}
