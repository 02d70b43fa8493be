using System.Globalization;
using Inventory.Commands;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Engine.Tests.Support;

/// <summary>
/// Random commands on the stock of a <see cref="Shop"/>. The same seed makes the same commands in the same pieces.
/// </summary>
internal sealed class RandomLedger(LedgerShape shape, Seed seed)
{
    private readonly Random _random = new(seed.Number);
    private readonly List<CommandKey> _movements = [];
    private int _keys;

    /// <summary>
    /// Posts about so many commands in pieces of random size; some of them are refused, which is as it should be.
    /// </summary>
    public async Task PostAsync(Shop shop, int commands)
    {
        if (shape == LedgerShape.ImportedInOneDay && _keys == 0)
        {
            shop.Clock.Now = Shop.Begin + Duration.FromDays(4 * 365);
        }

        foreach (var (now, piece) in Pieces(shop.Clock.Now, commands))
        {
            shop.Clock.Now = now;
            await shop.Inventory.ExecuteAsync(piece);
        }
    }

    /// <summary>Commands with the instants at which they are to be sent.</summary>
    public IEnumerable<(Instant Now, List<Command> Commands)> Pieces(Instant now, int commands)
    {
        for (var sent = 0; sent < commands;)
        {
            var piece = Math.Min(_random.Next(1, 120), commands - sent);
            now += shape == LedgerShape.ImportedInOneDay ? Micros(1, 5_000_000) : Micros(1, 100_000_000_000);
            yield return (now, [.. Enumerable.Range(0, piece).Select(_ => Next(now))]);
            sent += piece;
        }
    }

    private Command Next(Instant now)
    {
        var key = new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{seed}-{++_keys}"));
        var what = _random.Next(100);
        var effective = EffectiveAt(now);
        if (what < 5 && _movements.Count > 0)
        {
            return new ReverseMovement(key, _movements[_random.Next(_movements.Count)]);
        }

        if (what < 7 && shape == LedgerShape.InOrder)
        {
            return new CountStock(key, "NUT", Place(), Quantity.Each(_random.Next(20)));
        }

        _movements.Add(key);
        return what switch
        {
            < 50 => Movement(key, MovementKind.Receipt, effective, line =>
                line with { To = Place(), ToStatus = Status(), Cost = UnitCost() }),
            < 80 => Movement(key, MovementKind.Issue, effective, line =>
                line with { From = Place(), FromStatus = Status() }),
            < 88 => Movement(key, MovementKind.Transfer, effective, line => line with { From = Place(), To = Place() }),
            < 92 => Movement(key, MovementKind.StatusChange, effective, line =>
                line with { From = Place(), FromStatus = Status(), ToStatus = Status() }),
            < 96 => Movement(key, MovementKind.Adjustment, effective, line =>
                line with { To = Place() }) with
            { Reason = "FIX" },
            _ => Movement(key, MovementKind.Scrap, effective, line =>
                line with { From = Place() }) with
            { Reason = "FIX" },
        };
    }

    private PostMovement Movement(CommandKey key, MovementKind kind, Instant? effective, Func<MovementLine,
        MovementLine> shape)
    {
        var lines = new List<MovementLine>();
        do
        {
            var isMilk = _random.Next(8) == 0;
            lines.Add(shape(new MovementLine(isMilk ? "MILK" : "NUT", Quantity.Each(_random.Next(1, 9)))) with
            {
                Lot = isMilk ? $"LOT-{_random.Next(3)}" : null,
            });
        }
        while (_random.Next(6) == 0);

        return new PostMovement(key, kind, lines) { Effective = effective };
    }

    private Instant? EffectiveAt(Instant now) => shape switch
    {
        LedgerShape.WithLateFacts when _random.Next(100) < 30 =>
            Shop.Begin + Duration.FromTicks((long)((now - Shop.Begin).TotalTicks * _random.NextDouble()) / 10 * 10),
        LedgerShape.ImportedInOneDay => Shop.Begin + Duration.FromMinutes(_random.Next(4 * 365 * 24 * 60)),
        _ => null,
    };

    private Duration Micros(long min, long max) => Duration.FromTicks(10 * _random.NextInt64(min, max));

    private string Place() => Shop.Places[_random.Next(100) switch { < 40 => 0, < 60 => 1, < 80 => 2, _ => 3 }];

    private StockStatus Status() => _random.Next(10) == 0 ? (StockStatus)_random.Next(1, 3) : StockStatus.Available;

    private Cost UnitCost() => _random.Next(3) == 0
        ? Cost.Total(_random.Next(1, 100_000) / 1_000m)
        : Cost.PerUnit(_random.Next(1, 1_000) / 100m);
}
