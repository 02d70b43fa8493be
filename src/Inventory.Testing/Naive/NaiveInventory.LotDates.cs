using Inventory.Lots;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Naive;

/// <content>The days that lots come in with.</content>
public sealed partial class NaiveInventory
{
    private readonly Dictionary<(NaiveSku Sku, string Lot), (LocalDate Received, LotDates Dates)> _lots = [];

    private void Set(SetShelfLife set)
    {
        var sku = FindSku(set.Sku);
        if (set.Life is { } life && (life.Days is < 1 or > 36_525 || life.RemovalDays < 0 || life.AlertDays < 0
            || Math.Max(life.RemovalDays, life.AlertDays) > life.Days))
        {
            _errors.Add(ErrorCodes.InvalidDates);
        }

        if (sku is { IsTracked: false } && set.Life is not null)
        {
            _errors.Add(ErrorCodes.InvalidLotRequired);
        }

        if (_errors.Count == 0)
        {
            sku!.ShelfLife = set.Life;
        }
    }

    private void Set(SetLotRules set)
    {
        var sku = FindSku(set.Sku);
        if (set.Rules.Any(rule => !Enum.IsDefined(rule.Use) || (rule.Kind is { } kind && !Enum.IsDefined(kind))))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (set.Rules.DistinctBy(rule => rule.Kind).Count() < set.Rules.Count
            || set.Rules.Any(rule => rule.Kind is MovementKind.Reversal or MovementKind.Arrival))
        {
            _errors.Add(ErrorCodes.InvalidPolicy);
        }

        if (sku is { IsTracked: false } or { IsSerial: true } && set.Rules.Count > 0)
        {
            _errors.Add(ErrorCodes.InvalidLotRequired);
        }

        if (_errors.Count == 0)
        {
            sku!.LotRules = set.Rules;
        }
    }

    // The lots that come in for the first time. What one line says, the next one of the same lot cannot deny.
    private Dictionary<(NaiveSku Sku, string Lot), (LocalDate Received, LotDates Dates)> DateLots(
        List<NaivePlan> plan, Func<NaivePlan, LotDates?> givenOf)
    {
        var lots = new Dictionary<(NaiveSku Sku, string Lot), (LocalDate Received, LotDates Dates)>();
        foreach (var line in plan)
        {
            var given = givenOf(line);
            var isIn = line.Sku.IsTracked && !line.From.Place.IsOwn;
            if (given is not null && !isIn)
            {
                _errors.Add(ErrorCodes.InvalidDates);
            }

            if (!isIn || line.To.Lot is not { } code)
            {
                continue;
            }

            var key = (line.Sku, code);
            if (!_lots.TryGetValue(key, out var known) && !lots.TryGetValue(key, out known))
            {
                var day = line.To.Place.Day(line.Effective);
                lots[key] = known = (day, Dates(given ?? new LotDates(), day, line.Sku.ShelfLife));
            }

            if (given is not null && !Agree(given, known.Dates))
            {
                _errors.Add(ErrorCodes.LotDates);
            }
        }

        return lots;
    }

    private void Remember(Dictionary<(NaiveSku Sku, string Lot), (LocalDate Received, LotDates Dates)> lots)
    {
        foreach (var (key, lot) in lots.Where(_ => _errors.Count == 0))
        {
            _lots[key] = lot;
        }
    }

    private LotDates Dates(LotDates given, LocalDate received, ShelfLife? life)
    {
        var dates = given;
        if (life is not null && dates is { UseBy: null, BestBefore: null })
        {
            dates = dates with { UseBy = (dates.Produced ?? received).PlusDays(life.Days) };
        }

        if ((dates.UseBy ?? dates.BestBefore) is { } end)
        {
            dates = dates with
            {
                Removal = dates.Removal ?? end.PlusDays(-(life?.RemovalDays ?? 0)),
                Alert = dates.Alert ?? end.PlusDays(-(life?.AlertDays ?? 0)),
            };
        }

        var last = dates.UseBy ?? dates.BestBefore;
        var isInOrder = !(dates.UseBy < dates.Produced) && !(dates.BestBefore < dates.Produced)
            && !(dates.Removal > last) && !(dates.Alert > last);
        if (!isInOrder)
        {
            _errors.Add(ErrorCodes.InvalidDates);
        }

        return dates;
    }

    private static bool Agree(LotDates given, LotDates known) =>
        (given.Produced ?? known.Produced) == known.Produced
        && (given.BestBefore ?? known.BestBefore) == known.BestBefore && (given.UseBy ?? known.UseBy) == known.UseBy
        && (given.Removal ?? known.Removal) == known.Removal
        && (given.Alert ?? known.Alert) == known.Alert;
}
