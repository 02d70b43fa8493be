using System.Globalization;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.CrashWorker;

/// <summary>
/// The commands of one round: each follows from its round and number alone, so that a test can send it again.
/// </summary>
internal static class Trade
{
    private const int Skus = 50;
    private const string Shop = "SHOP";

    /// <summary>What every round begins with; it is there from the second on.</summary>
    public static IReadOnlyList<Command> Founding { get; } =
    [
        new DefineLocation("shop", Shop, LocationKind.Site),
        .. Enumerable.Range(0, Skus).Select(sku => new DefineSku($"sku:{sku}", Sku(sku))),
        .. Enumerable.Range(0, Skus)
            .Select(sku => Receipt($"first:{sku}", sku, 500, TickingClock.Start - Duration.FromDays(30))),
    ];

    public static Command Command(int round, int number)
    {
        var key = Key(round, number);
        var random = new Random(HashCode(round, number));
        var sku = random.Next(Skus);
        Instant? late = random.Next(5) == 0 ? TickingClock.Start - Duration.FromMinutes(random.Next(1, 20_000)) : null;
        return random.Next(100) switch
        {
            < 35 => Receipt(key, sku, random.Next(1, 20), late),
            < 75 => Issue(key, sku, random.Next(1, 12), late),
            < 85 => new ReserveStock(key, Sku(sku), Shop, Quantity.Each(random.Next(1, 4))),
            < 93 => new ReleaseReservation(key, Key(round, Math.Max(0, number - random.Next(1, 100)))),
            _ => new ReverseMovement(key, Key(round, Math.Max(0, number - random.Next(1, 100)))),
        };
    }

    private static PostMovement Receipt(string key, int sku, int quantity, Instant? effective)
    {
        var cost = Cost.PerUnit(1 + quantity / 100m);
        var line = new MovementLine(Sku(sku), Quantity.Each(quantity)) { To = Shop, Cost = cost };
        return new PostMovement(key, MovementKind.Receipt, line) { Effective = effective };
    }

    private static PostMovement Issue(string key, int sku, int quantity, Instant? effective)
    {
        var line = new MovementLine(Sku(sku), Quantity.Each(quantity)) { From = Shop };
        return new PostMovement(key, MovementKind.Issue, line) { Effective = effective };
    }

    private static string Key(int round, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{round}:{number}");

    private static string Sku(int sku) => string.Create(CultureInfo.InvariantCulture, $"SKU-{sku:00}");

    // The framework's own hash differs from process to process.
    private static int HashCode(int round, int number) => unchecked(round * 7_919 + number * 104_729);
}
