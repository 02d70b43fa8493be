using Inventory.Movements;
using NodaTime;

namespace Inventory.Engine.Tests.Support;

/// <summary>Answers from the whole history, movement by movement.</summary>
internal static class BruteForce
{
    public static bool IsOwn(string place) => Shop.Pools.ContainsKey(place);

    /// <summary>The instants at which an answer may change, each with its neighbours, and the ends of time.</summary>
    public static List<Instant> Moments(IReadOnlyList<Movement> history, Func<Movement, Instant> when, Random random,
        int count)
    {
        var moments = new List<Instant> { Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(2099, 1, 1, 0, 0) };
        for (var i = 0; i < count; i++)
        {
            moments.Add(when(history[random.Next(history.Count)]).PlusTicks(10 * random.Next(-1, 2)));
        }

        return moments;
    }

    public static decimal OnHand(IEnumerable<Movement> history, OnHandQuery query) => history
        .Where(movement => (query.AsOf is not { } asOf || movement.Effective <= asOf)
            && (query.KnownAt is not { } known || movement.Recorded <= known)
            && (query.Lot is null || movement.Lot == query.Lot))
        .Sum(movement => (Counts(movement.To, movement.ToStatus, query) ? movement.Quantity.Amount : 0)
            - (Counts(movement.From, movement.FromStatus, query) ? movement.Quantity.Amount : 0));

    public static List<DailyMovement> Days(IEnumerable<Movement> history, LocalDate from, LocalDate to)
    {
        var parts = new List<DailyMovement>();
        foreach (var movement in history
            .Where(movement => movement.BusinessDate >= from && movement.BusinessDate <= to))
        {
            var (left, entered) =
                (Shop.Pools.GetValueOrDefault(movement.From), Shop.Pools.GetValueOrDefault(movement.To));
            var none = Quantity.Each(0);
            if (left != entered && left is not null)
            {
                parts.Add(new DailyMovement(left, movement.BusinessDate, movement.Kind, none, movement.Quantity, 0, 1));
            }

            if (left != entered && entered is not null)
            {
                parts.Add(new DailyMovement(entered, movement.BusinessDate, movement.Kind, movement.Quantity, none,
                    movement.Cost ?? 0, 1));
            }
        }

        return
        [
            .. from part in parts
               group part by (part.Pool, part.Date, part.Kind) into days
               let key = days.Key
               orderby key.Pool, key.Date, key.Kind
               select new DailyMovement(
                   key.Pool, key.Date, key.Kind, Quantity.Each(days.Sum(day => day.In.Amount)),
                   Quantity.Each(days.Sum(day => day.Out.Amount)), days.Sum(day => day.CostIn), days
                       .Sum(day => day.Movements)),
        ];
    }

    private static bool Counts(string place, StockStatus status, OnHandQuery query) => IsOwn(place)
        && (query.Location is null || query.Location == place)
        && (query.Pool is null || Shop.Pools[query.Pool] == Shop.Pools[place])
        && (query.Status is null || query.Status == status);
}
