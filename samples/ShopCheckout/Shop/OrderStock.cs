using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>
/// What an order means to the inventory. The keys follow from the order's number, so each step can be sent again
/// without a second effect, after a crash or a time-out say.
/// </summary>
internal static class OrderStock
{
    public const string Site = "SHOP";

    public static IReadOnlyList<Command> Reserve(Order order) =>
    [
        .. order.Lines.Select((line, index) => new ReserveStock(
            Key(order, index, "reserve"), line.Sku, Site, Quantity.Each(line.Quantity)) { Document = Document(order) }),
    ];

    public static IReadOnlyList<Command> Release(Order order) =>
    [
        .. order.Lines.Select((_, index) => new ReleaseReservation(
            Key(order, index, "release"), Key(order, index, "reserve")) { Document = Document(order) }),
    ];

    /// <summary>The goods leave: what was held for the order is given back and taken out.</summary>
    public static IReadOnlyList<Command> HandOver(Order order) =>
    [
        .. Release(order),
        new PostMovement(
            $"order-{order.Number}/issue", MovementKind.Issue,
            [.. order.Lines.Select(line => new MovementLine(line.Sku, Quantity.Each(line.Quantity)) { From = Site })])
        {
            Document = Document(order),
        },
    ];

    private static CommandKey Key(Order order, int line, string step) => $"order-{order.Number}/{line + 1}/{step}";

    private static SourceDocument Document(Order order) => new("order", $"{order.Number}");
}
