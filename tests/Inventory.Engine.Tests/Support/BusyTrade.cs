using System.Collections.Concurrent;
using System.Globalization;
using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Testing;
using NodaTime;

namespace Inventory.Engine.Tests.Support;

/// <summary>
/// Random commands of several sellers on the stock of a <see cref="Shop"/>, late facts, counts, promises and
/// reversals of each other's movements among them; remembers what was sent and what was answered.
/// </summary>
internal sealed class BusyTrade(FakeClock clock)
{
    private readonly ConcurrentQueue<CommandKey> _movements = new();
    private readonly ConcurrentQueue<CommandKey> _reservations = new();

    public ConcurrentDictionary<CommandKey, Command> Sent { get; } = new();

    public ConcurrentBag<(CommandKey Key, Posted Posted)> Accepted { get; } = [];

    public ConcurrentBag<InventoryError> Refusals { get; } = [];

    /// <summary>Sends calls of random length one after the other.</summary>
    public async Task SellAsync(IInventory inventory, string seller, Random random, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            var now = clock.Advance(Duration.FromMilliseconds(random.Next(1, 5_000)));
            var commands = Enumerable.Range(0, random.Next(1, 12)).Select(n => Next(
                new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{seller}-{call}-{n}")), random, now))
                .ToList();
            await SendAsync(inventory, commands);
        }
    }

    /// <summary>
    /// Makes and gives back promises and nothing else, one at a time: no head's version guards those, so that two
    /// engines meet only in what is available and in what is still held.
    /// </summary>
    public async Task PromiseAsync(IInventory inventory, string seller, Random random, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            var key = new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{seller}-{call}"));
            await SendAsync(inventory, [random.Next(2) == 0
                ? new ReserveStock(key, "NUT", "WH", Quantity.Each(random.Next(1, 4)))
                : new ReleaseReservation(key, Latest(_reservations, random))]);
        }
    }

    /// <summary>Sends commands and notes the answers.</summary>
    public async Task SendAsync(IInventory inventory, IReadOnlyList<Command> commands)
    {
        commands.ToList().ForEach(command => Sent.TryAdd(command.Key, command));
        var answers = await inventory.ExecuteAsync(commands);
        foreach (var (command, answer) in commands.Zip(answers))
        {
            if (!answer.Succeeded)
            {
                answer.Errors.ToList().ForEach(Refusals.Add);
                continue;
            }

            Accepted.Add((command.Key, answer.Value));
            (command is ReserveStock ? _reservations : _movements).Enqueue(command.Key);
        }
    }

    /// <summary>One command.</summary>
    public Command Next(CommandKey key, Random random, Instant now)
    {
        var quantity = Quantity.Each(random.Next(1, 9));
        var place = Shop.Places[random.Next(Shop.Places.Count)];
        var line = new MovementLine("NUT", quantity);
        var lot = new MovementLine("MILK", quantity) { Lot = $"LOT-{random.Next(3)}" };
        line = random.Next(5) == 0 ? lot : line;
        PostMovement command = random.Next(20) switch
        {
            < 7 => new(key, MovementKind.Receipt,
                line with { To = place, Cost = Cost.PerUnit(random.Next(1, 900) / 100m) }),
            < 13 => new(key, MovementKind.Issue, line with { From = place }),
            13 => new(key, MovementKind.Transfer, line with { From = place, To = Shop.Places[random.Next(4)] }),
            14 => new(key, MovementKind.Scrap, line with { From = place }) { Reason = "FIX" },
            _ => new(key, MovementKind.Adjustment, line with { To = place }) { Reason = "FIX" },
        };
        return random.Next(20) switch
        {
            0 or 1 => new CountStock(key, "NUT", place, Quantity.Each(random.Next(30))),
            2 => new ReverseMovement(key, Earlier(_movements, random)),
            3 or 4 => new ReserveStock(key, "NUT", place, quantity),
            5 or 6 => new ReleaseReservation(key, Earlier(_reservations, random))
            {
                Quantity = random.Next(2) == 0 ? null : Quantity.Each(random.Next(1, 3)),
            },
            < 12 => command with
            {
                Effective = Shop.Begin + Duration.FromTicks(
                    random.NextInt64((long)(now - Shop.Begin).TotalTicks) / 10 * 10),
                AfterCount = (CountedPolicy)random.Next(2),
            },
            _ => command,
        };
    }

    // One that others are likely to be giving back just now.
    private static CommandKey Latest(ConcurrentQueue<CommandKey> keys, Random random) =>
        keys.ToArray() is { Length: > 0 } all ? all[^random.Next(1, Math.Min(4, all.Length) + 1)]
            : new CommandKey("nothing");

    private static CommandKey Earlier(ConcurrentQueue<CommandKey> keys, Random random) =>
        keys.ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : new CommandKey("nothing");
}
