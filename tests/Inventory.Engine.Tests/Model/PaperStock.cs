using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Engine.Tests.Model;

/// <summary>The rules of stock on paper, for one SKU and facts in order: balances, promises, keys.</summary>
internal sealed class PaperStock
{
    private readonly Dictionary<CommandKey, (Digest Payload, List<MovementLine> Moved)> _applied = [];
    private readonly Dictionary<CommandKey, (string Pool, decimal Held)> _held = [];
    private readonly HashSet<CommandKey> _reversed = [];

    public Dictionary<(string Place, StockStatus Status), decimal> Balances { get; } = [];

    public static string Pool(string place) => place == "NYC" ? "NYC" : "WH";

    public decimal OnHand(string pool) =>
        Balances.Where(balance => Pool(balance.Key.Place) == pool).Sum(balance => balance.Value);

    public decimal Held(string pool) => _held.Values.Where(held => held.Pool == pool).Sum(held => held.Held);

    public decimal Available(string pool) => Balances
        .Where(balance => Pool(balance.Key.Place) == pool && balance.Key.Status == StockStatus.Available)
        .Sum(balance => balance.Value) - Held(pool);

    /// <summary>The error's name, or null when it is applied.</summary>
    public string? Post(Command command)
    {
        var payload = command.ComputePayload();
        if (_applied.TryGetValue(command.Key, out var before))
        {
            return before.Payload == payload ? null : "Conflict.IdempotencyMismatch";
        }

        var moved = new List<MovementLine>();
        var error = command switch
        {
            PostMovement movement => Move(movement.Lines[0], StatesTruth(movement), moved),
            CountStock count => Count(count, moved),
            ReverseMovement reversal => Reverse(reversal, moved),
            ReserveStock reserve => Reserve(reserve),
            ReleaseReservation release => Release(release),
            _ => throw new ArgumentException($"No rule for {command}.", nameof(command)),
        };
        if (error is null)
        {
            _applied.Add(command.Key, (payload, moved));
        }

        return error;
    }

    private static bool StatesTruth(PostMovement movement) => movement.Kind == MovementKind.Scrap
        || (movement.Kind == MovementKind.StatusChange && movement.Lines[0].ToStatus == StockStatus.Damaged);

    private string? Move(MovementLine line, bool isTruth, List<MovementLine> moved)
    {
        var quantity = line.Quantity.Amount;
        if (line.From is { } from)
        {
            if (Balances.GetValueOrDefault((from, line.FromStatus)) < quantity)
            {
                return "Conflict.Insufficient";
            }

            var stays = line.To is { } target && Pool(target) == Pool(from) && line.ToStatus == StockStatus.Available;
            var isLost = line.FromStatus == StockStatus.Available && !stays;
            if (isLost && !isTruth && Held(Pool(from)) > 0 && Available(Pool(from)) < quantity)
            {
                return "Conflict.Insufficient";
            }

            Balances[(from, line.FromStatus)] -= quantity;
        }

        if (line.To is { } to)
        {
            Balances[(to, line.ToStatus)] = Balances.GetValueOrDefault((to, line.ToStatus)) + quantity;
        }

        moved.Add(line);
        return null;
    }

    private string? Count(CountStock count, List<MovementLine> moved)
    {
        var change = count.Seen.Amount - Balances.GetValueOrDefault((count.Location, count.Status));
        Balances[(count.Location, count.Status)] = count.Seen.Amount;
        moved.Add(new MovementLine("NUT", Quantity.Each(Math.Abs(change)))
        {
            From = change < 0 ? count.Location : null,
            To = change < 0 ? null : count.Location,
        });
        return null;
    }

    private string? Reverse(ReverseMovement reversal, List<MovementLine> moved)
    {
        if (!_applied.TryGetValue(reversal.Original, out var original) || original.Moved.Count == 0)
        {
            return "NotFound.Command";
        }

        var line = original.Moved[0];
        if (_reversed.Contains(reversal.Original) || line.Quantity.Amount == 0)
        {
            return "Conflict.AlreadyReversed";
        }

        var error = Move(line with
        {
            From = line.To,
            FromStatus = line.ToStatus,
            To = line.From,
            ToStatus =
            line.FromStatus
        }, false, moved);
        if (error is null)
        {
            _reversed.Add(reversal.Original);
        }

        return error;
    }

    private string? Reserve(ReserveStock reserve)
    {
        var line = reserve.Lines.Single();
        if (line.Quantity.Amount > Available(Pool(line.Pool)))
        {
            return "Conflict.Insufficient";
        }

        _held.Add(reserve.Key, (Pool(line.Pool), line.Quantity.Amount));
        return null;
    }

    private string? Release(ReleaseReservation release)
    {
        if (!_held.TryGetValue(release.Reservation, out var held))
        {
            return "NotFound.Reservation";
        }

        _held[release.Reservation] = held with { Held = 0 };
        return null;
    }
}
