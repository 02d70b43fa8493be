using System.Numerics;
using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>Movements.</content>
public sealed partial class NaiveInventory
{
    private void Post(PostMovement movement)
    {
        var effective = Time(movement.Effective, _now);
        Time(movement.Occurred, effective);
        var reason = Reason(
            movement.Reason, isNeeded: movement.Kind is MovementKind.Adjustment or MovementKind.Scrap);
        if (movement.Lines.Count is 0 or > PostMovement.LinesMax)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
            return;
        }

        var plan = new List<NaivePlan>();
        for (var i = 0; i < movement.Lines.Count; i++)
        {
            if (Plan(movement.Kind, movement.Lines[i], effective, i) is { } line)
            {
                plan.Add(line);
            }
        }

        if (_errors.Count > 0)
        {
            return;
        }

        plan = WithSerials(movement, plan);
        if (_errors.Count > 0)
        {
            return;
        }

        CheckReason(reason, plan);
        if (movement.ControlTotal is { } total && plan.Sum(line => line.Sku.Amount(line.Quantity)) != total)
        {
            _errors.Add(ErrorCodes.ControlTotal);
        }

        CheckFrozen(plan);
        plan = [.. plan.Select(line => WithLot(
            line, movement.Kind, line.Serial ?? movement.Lines[line.Line].Lot))];
        plan = KeepLots(movement.Kind, plan);
        CheckLotCosts(plan);
        CheckSerials(plan);
        if (plan.Exists(line => line.Serial is null && movement.Lines[line.Line] is { Dates: not null, Lot: null }))
        {
            _errors.Add(ErrorCodes.InvalidDates);
        }

        var lots = DateLots(plan, line => movement.Lines[line.Line].Dates);
        plan = CheckFulfilment(movement, plan);
        CheckAndPost(movement, movement.Kind, plan, movement.AfterCount);
        Remember(lots);
    }

    private List<NaivePlan> CheckFulfilment(PostMovement movement, List<NaivePlan> plan)
    {
        plan = plan.ConvertAll(line => line with { Fulfils = movement.Lines[line.Line].Reservation });
        foreach (var line in plan.Where(line => line.Fulfils is not null))
        {
            var picks = movement.Kind == MovementKind.Transfer && movement.Lines[line.Line] is
            {
                FromStatus: StockStatus.Available, ToStatus: StockStatus.Available,
            };
            if (line.From.Pool == line.To.Pool ? !picks
                : movement.Kind is not (MovementKind.Issue or MovementKind.Transfer or MovementKind.Dispatch))
            {
                _errors.Add(ErrorCodes.InvalidMovement);
            }

            if (!_applied.ContainsKey(line.Fulfils!.Value))
            {
                _errors.Add(ErrorCodes.ReservationNotFound);
            }
        }

        return plan;
    }

    private NaivePlan? Plan(MovementKind kind, MovementLine line, long effective, int index)
    {
        var sku = FindSku(line.Sku);
        var from = Side(kind, line, isFrom: true);
        var to = Side(kind, line, isFrom: false);
        var (left, entered) = Grades(kind, line);
        var (owner, newOwner) = Owners(kind, line);

        if (sku is null)
        {
            return null;
        }

        CheckSku(sku, kind, line.ExpectedVersion);
        var quantity = Positive(sku, line.Quantity, line.Rounding);
        if (from is null || to is null)
        {
            return null;
        }

        var keepsStatus = kind is MovementKind.GradeChange or MovementKind.OwnerChange;
        var planned = new NaivePlan(
            sku, quantity, Spot(from, line.FromStatus, left, owner),
            Spot(to, keepsStatus ? line.FromStatus : line.ToStatus, entered, newOwner), effective, index);
        CheckPlaces(kind, planned.From, planned.To);
        return planned with { Cost = Cost(kind, planned, line.Cost) };
    }

    private NaivePlace? Side(MovementKind kind, MovementLine line, bool isFrom)
    {
        var (own, other) = isFrom ? (line.From, line.To) : (line.To, line.From);
        var implied = (kind, isFrom) switch
        {
            (MovementKind.Receipt, true) => WellKnownLocations.Supplier,
            (MovementKind.Issue, false) => WellKnownLocations.Customer,
            (MovementKind.Scrap, false) or (MovementKind.Opening, true) => WellKnownLocations.Loss,
            (MovementKind.Return, true) when other is not null => WellKnownLocations.Customer,
            (MovementKind.Return, false) when other is not null => WellKnownLocations.Supplier,
            (MovementKind.Adjustment, _) when other is not null => WellKnownLocations.Loss,
            (MovementKind.StatusChange or MovementKind.GradeChange or MovementKind.OwnerChange, _) => other,
            _ => null,
        };
        if (own is null && implied is null)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
            return null;
        }

        return FindPlace(own ?? implied);
    }

    private void CheckSku(NaiveSku sku, MovementKind kind, long? expectedVersion)
    {
        if (sku.Defined.Type == SkuType.Service)
        {
            _errors.Add(ErrorCodes.InvalidForServiceItem);
        }

        if (!Allows(sku.Lifecycle, kind))
        {
            _errors.Add(ErrorCodes.Lifecycle);
        }

        if (expectedVersion is { } expected && expected != Facts(sku).Count())
        {
            _errors.Add(ErrorCodes.Version);
        }
    }

    private void CheckPlaces(MovementKind kind, NaiveSpot from, NaiveSpot to)
    {
        var (left, right) = (from.Place.Kind, to.Place.Kind);
        var fits = kind switch
        {
            MovementKind.Receipt => left is LocationKind.Supplier or LocationKind.Production && to.Place.IsOwn,
            MovementKind.Issue => from.Place.IsOwn && right is LocationKind.Customer or LocationKind.Production,
            MovementKind.Return =>
                (left == LocationKind.Customer && to.Place.IsOwn)
                || (from.Place.IsOwn && right == LocationKind.Supplier),
            MovementKind.Transfer => from.Place.IsOwn && to.Place.IsOwn && from.Place != to.Place,
            MovementKind.Adjustment =>
                (left == LocationKind.Loss && to.Place.IsOwn) || (from.Place.IsOwn && right == LocationKind.Loss),
            MovementKind.Dispatch =>
                from.Place.IsOwn && left != LocationKind.Transit && right == LocationKind.Transit,
            MovementKind.Scrap => from.Place.IsOwn && right == LocationKind.Loss,
            MovementKind.StatusChange or MovementKind.GradeChange or MovementKind.OwnerChange =>
                from.Place.IsOwn && from.Place == to.Place,
            MovementKind.Opening => left is LocationKind.Loss or LocationKind.Supplier && to.Place.IsOwn,
            _ => false,
        };
        if (!fits || from == to)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        if (new[] { from.Place, to.Place }.Any(place => place is { IsOwn: true, HoldsStock: false }))
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }
    }

    private BigInteger? Cost(MovementKind kind, NaivePlan line, Cost cost)
    {
        var enters = !line.From.IsOurs && line.To.IsOurs;
        if (!cost.IsStated)
        {
            if (enters && kind is MovementKind.Receipt or MovementKind.Return or MovementKind.Opening
                or MovementKind.OwnerChange)
            {
                _errors.Add(ErrorCodes.CostMissing);
            }

            return null;
        }

        if (!enters)
        {
            _errors.Add(ErrorCodes.InvalidCost);
            return null;
        }

        return CostUnits(line.Sku, line.Quantity, cost);
    }

    // The cost of a whole line as an integer at the cost scale, rounded once.
    private BigInteger CostUnits(NaiveSku sku, BigInteger quantity, Cost cost)
    {
        var exact = NaiveFraction.Of(cost.Amount).Times(new NaiveFraction(BigInteger.Pow(10, _costScale), 1));
        var total = cost.IsPerUnit
            ? exact.Times(new NaiveFraction(quantity, 1)).Times(NaiveFraction.Of(sku.Defined.BaseUnit.Step))
            : exact;
        var units = total.Round(Rounding.HalfEven);
        if (units > long.MaxValue)
        {
            _errors.Add(ErrorCodes.InvalidCost);
        }

        return units;
    }

    private BigInteger Positive(NaiveSku sku, Quantity quantity, Rounding rounding)
    {
        if (quantity.IsDefault || quantity.Amount <= 0)
        {
            _errors.Add(ErrorCodes.InvalidQuantity);
            return 0;
        }

        var errors = _errors.Count;
        var steps = sku.Steps(quantity, rounding, _errors);
        if (steps == 0 && errors == _errors.Count)
        {
            _errors.Add(ErrorCodes.InvalidQuantity);
        }

        return steps;
    }

    private DefineReason? Reason(string? code, bool isNeeded)
    {
        if (code is null)
        {
            if (isNeeded)
            {
                _errors.Add(ErrorCodes.InvalidReason);
            }

            return null;
        }

        var found = _reasons.Find(reason => Fold(reason.Code) == Fold(code));
        if (found is null)
        {
            _errors.Add(ErrorCodes.InvalidReason);
        }

        return found;
    }

    private void CheckReason(DefineReason? reason, List<NaivePlan> plan)
    {
        foreach (var line in plan)
        {
            var direction = line.From.Place.IsOwn ? ReasonDirection.Out : ReasonDirection.In;
            if (reason is not null && reason.Direction != ReasonDirection.Both && reason.Direction != direction)
            {
                _errors.Add(ErrorCodes.InvalidReason);
            }
        }
    }

    // The status of a counterparty's goods is nobody's business.
    private static NaiveSpot Spot(NaivePlace place, StockStatus status, string? grade, string? owner) =>
        new(place, Lot: null, place.IsOwn ? status : StockStatus.Available, grade, owner);
}
