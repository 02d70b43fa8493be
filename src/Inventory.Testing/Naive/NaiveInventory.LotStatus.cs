using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>The status of whole lots.</content>
public sealed partial class NaiveInventory
{
    private readonly Dictionary<(NaiveSku Sku, string Lot), LotStatus> _lotStatus = [];

    /// <summary>What holds for a lot as a whole.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <returns>The status; released when it never came in.</returns>
    public LotStatus StatusOfLot(string sku, string lot) => _lotStatus.GetValueOrDefault((Sku(sku), Fold(lot)));

    private void Change(ChangeLotStatus change)
    {
        if (!Enum.IsDefined(change.Status))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (FindSku(change.Sku) is not { } sku)
        {
            return;
        }

        if (!sku.IsTracked || !IsCode(change.Lot))
        {
            _errors.Add(sku.IsTracked ? ErrorCodes.InvalidCode : ErrorCodes.InvalidLotRequired);
            return;
        }

        var lot = Fold(change.Lot);
        if (!Facts(sku).Any(fact => fact.Lot == lot))
        {
            _errors.Add(ErrorCodes.LotNotFound);
        }

        var before = _lotStatus.GetValueOrDefault((sku, lot));
        if (_errors.Count == 0 && !Follows(before, change.Status))
        {
            _errors.Add(ErrorCodes.LotTransition);
        }

        if (_errors.Count == 0)
        {
            MoveAll(change, sku, lot, StateOf(before));
            _lotStatus[(sku, lot)] = change.Status;
        }
    }

    private void MoveAll(ChangeLotStatus change, NaiveSku sku, string lot, StockStatus before)
    {
        var effective = Math.Max(_now, LatestOf(sku));
        var there = Facts(sku).SelectMany(fact => new[] { fact.From, fact.To }).Distinct()
            .Where(spot => spot.Place.IsOwn && spot.Lot == lot && spot.Status == before)
            .Select(spot => new NaivePlan(
                sku, Sum(Facts(sku).Select(fact => fact.ChangeAt(spot))), spot,
                spot with { Status = StateOf(change.Status) }, effective, Line: 0))
            .Where(line => line.Quantity > 0 && line.From != line.To).ToList();
        KeepBound(MovementKind.StatusChange, there);
        AddFacts(change.Key, MovementKind.StatusChange, there);
    }

    private static bool Follows(LotStatus before, LotStatus after) => before switch
    {
        LotStatus.Released or LotStatus.OnHold or LotStatus.Quarantined => after != before,
        LotStatus.Recalled => after == LotStatus.Quarantined,
        _ => after is LotStatus.Quarantined or LotStatus.Recalled,
    };

    private static StockStatus StateOf(LotStatus status) => status switch
    {
        LotStatus.Released => StockStatus.Available,
        LotStatus.OnHold or LotStatus.Quarantined or LotStatus.Expired => StockStatus.Quarantined,
        LotStatus.Damaged => StockStatus.Damaged,
        _ => StockStatus.Recalled,
    };

    private StockStatus StateOf(NaiveSku sku, string? lot) =>
        lot is null ? StockStatus.Available : StateOf(_lotStatus.GetValueOrDefault((sku, lot)));

    // What is said to be free at a spot, where its lot is not.
    private NaiveSpot Kept(NaiveSku sku, NaiveSpot spot) =>
        spot.Place.IsOwn && spot.Status == StockStatus.Available ? spot with { Status = StateOf(sku, spot.Lot) } : spot;

    // Nothing of a lot that is not released is taken as free, or freed by itself; what comes in is kept with it.
    private List<NaivePlan> KeepLots(MovementKind kind, List<NaivePlan> plan)
    {
        var kept = plan.ConvertAll(line => line with { To = Kept(line.Sku, line.To) });
        var frees = kind is MovementKind.StatusChange or MovementKind.Reversal;
        if (plan.Where((line, i) => Kept(line.Sku, line.From) != line.From || (frees && kept[i] != line)).Any())
        {
            _errors.Add(ErrorCodes.LotBlocked);
        }

        return kept;
    }

    // Where goods on their way lie, whose lot may have got another status since.
    private NaiveSpot Lying(NaiveFact dispatched, System.Numerics.BigInteger units) =>
        Sum(Facts(dispatched.Sku).Select(fact => fact.ChangeAt(dispatched.To))) >= units || dispatched.Lot is null
            ? dispatched.To
            : dispatched.To with { Status = StateOf(dispatched.Sku, dispatched.Lot) };
}
