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

    /// <summary>One reservation for the whole order: all of its lines are promised, or none.</summary>
    public static IReadOnlyList<Command> Reserve(Order order) =>
    [
        new ReserveStock(
            Key(order, "reserve"),
            [.. order.Lines.Select(line => new ReservationLine(line.Sku, Quantity.Each(line.Quantity), Site))])
        {
            Kind = PromiseKind.Order, Document = Document(order),
        },
    ];

    public static IReadOnlyList<Command> Release(Order order) =>
        [new ReleaseReservation(Key(order, "release"), Key(order, "reserve")) { Document = Document(order) }];

    /// <summary>The goods leave for whom they were promised to: nobody can come between.</summary>
    public static IReadOnlyList<Command> HandOver(Order order) =>
    [
        new PostMovement(
            Key(order, "issue"), MovementKind.Issue,
            [
                .. order.Lines.Select(line => new MovementLine(line.Sku, Quantity.Each(line.Quantity))
                {
                    From = Site, Reservation = Key(order, "reserve"),
                }),
            ])
        {
            Document = Document(order),
        },
    ];

    private static CommandKey Key(Order order, string step) => $"order-{order.Number}/{step}";

    private static SourceDocument Document(Order order) => new("order", $"{order.Number}");
}
