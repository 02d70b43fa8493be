using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>Commands of a small shop.</summary>
internal static class Shop
{
    /// <summary>2026-01-05T08:00Z, when the shop opens.</summary>
    public const long Opening = 1_767_600_000_000_000;

    public const long Minute = 60_000_000;

    /// <summary>The shop <c>SHOP</c> with the SKUs given.</summary>
    public static Command[] Founding(params string[] skus) =>
    [
        new DefineLocation("shop", "SHOP", LocationKind.Site),
        .. skus.Select(sku => new DefineSku($"sku-{sku}", sku)),
    ];

    public static PostMovement Receipt(string key, string sku, decimal quantity) => new(
        key, MovementKind.Receipt,
        new MovementLine(sku, Quantity.Each(quantity)) { To = "SHOP", Cost = Cost.PerUnit(2.5m) });

    public static PostMovement Issue(string key, string sku, decimal quantity) => new(
        key, MovementKind.Issue, new MovementLine(sku, Quantity.Each(quantity)) { From = "SHOP" });
}
