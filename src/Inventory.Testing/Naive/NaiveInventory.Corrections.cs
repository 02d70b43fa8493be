using System.Numerics;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>Counts and reversals.</content>
public sealed partial class NaiveInventory
{
    private void Count(CountStock count)
    {
        var effective = Time(count.Effective, _now);
        var sku = FindSku(count.Sku);
        var place = FindPlace(count.Location);
        var grade = Grade(count.Grade);
        var owner = Owner(count.Owner);
        if (owner is not null && count.Cost.IsStated)
        {
            _errors.Add(ErrorCodes.InvalidCost);
        }

        if (sku is null || place is null)
        {
            return;
        }

        CheckSku(sku, MovementKind.Count, expectedVersion: null);
        if (place is { IsOwn: false } or { HoldsStock: false })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        if (place.Upwards.Any(above => above.Freeze is { Purpose: FreezePurpose.Incident }))
        {
            _errors.Add(ErrorCodes.Frozen);
        }

        if (effective < LatestOf(sku))
        {
            _errors.Add(ErrorCodes.InvalidTime);
        }

        var seen = Seen(sku, count.Seen);
        var spot = new NaiveSpot(place, Lot: null, count.Status, grade, owner);
        var line = WithLot(
            new NaivePlan(sku, 0, Lost(spot), spot, effective, Line: 0) { Counted = seen }, MovementKind.Count,
            count.Lot);
        line = line with { To = Kept(sku, line.To) };
        var lots = DateLots([line], _ => null);
        if (_errors.Count > 0)
        {
            return;
        }

        var difference = seen - Sum(Facts(sku).Select(fact => fact.ChangeAt(line.To)));
        if (difference > 0 && sku.IsSerial && LotOnHand(sku, line.To.Lot!) > 0)
        {
            _errors.Add(ErrorCodes.SerialState);
            return;
        }

        line = line with { Quantity = BigInteger.Abs(difference) };
        line = difference < 0
            ? line with { From = line.To, To = line.From }
            : line with { Cost = count.Cost.IsStated ? CostUnits(sku, difference, count.Cost) : null };
        CheckLotCosts([line]);
        if (_errors.Count == 0)
        {
            KeepBound(MovementKind.Count, [line]);
            AddFacts(count.Key, MovementKind.Count, [line]);
            Remember(lots);
        }
    }

    private BigInteger Seen(NaiveSku sku, Quantity seen)
    {
        if (seen.IsDefault || seen.Amount < 0)
        {
            _errors.Add(ErrorCodes.InvalidQuantity);
            return 0;
        }

        var steps = sku.Steps(seen, Rounding.Reject, _errors);
        if (sku.IsSerial && sku.Amount(steps) is not (0 or 1))
        {
            _errors.Add(ErrorCodes.SerialState);
        }

        return steps;
    }

    private void Reverse(ReverseMovement reversal)
    {
        var effective = Time(reversal.Effective, _now);
        var originals = _facts
            .Where(fact => fact.Command == reversal.Original && fact.Line == (reversal.Line ?? fact.Line)).ToList();
        if (originals.Count == 0)
        {
            _errors.Add(ErrorCodes.CommandNotFound);
        }

        if (_applied.GetValueOrDefault(reversal.Original) is ReceiveTransfer or ChangeLotStatus)
        {
            _errors.Add(ErrorCodes.InvalidMovement);
        }

        var isOfSeveral = originals.Where(fact => fact.Line == reversal.Line).DistinctBy(fact => fact.Lot).Count() > 1;
        if (reversal.Quantity is not null && _applied.ContainsKey(reversal.Original)
            && (reversal.Line is null || isOfSeveral))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (_errors.Count > 0)
        {
            return;
        }

        List<NaivePlan> plan = [.. originals.SelectMany(original => PlanReversal(reversal, original, effective))];
        if (_errors.Count == 0 && plan.Count == 0)
        {
            _errors.Add(ErrorCodes.AlreadyReversed);
        }

        CheckFrozen(plan);
        CheckSerials(plan);
        KeepLots(MovementKind.Reversal, plan);
        CheckAndPost(reversal, MovementKind.Reversal, plan, CountedPolicy.Refuse);
    }

    private IEnumerable<NaivePlan> PlanReversal(ReverseMovement reversal, NaiveFact original, long effective)
    {
        var sku = original.Sku;
        if (!Allows(sku.Lifecycle, MovementKind.Reversal))
        {
            _errors.Add(ErrorCodes.Lifecycle);
        }

        var left = original.Quantity - ReversedOf(original);
        var quantity = reversal.Quantity is { } part ? Positive(sku, part, Rounding.Reject) : left;
        if (quantity > left)
        {
            _errors.Add(ErrorCodes.AlreadyReversed);
            return [];
        }

        if (effective < original.Effective && (quantity > 0 || reversal.Quantity is null))
        {
            _errors.Add(ErrorCodes.InvalidTime);
        }

        return quantity <= 0 ? [] : [new NaivePlan(sku, quantity, original.To, original.From, effective, original.Line)
        {
            Cost = CostOfPart(original, quantity),
            Reverses = original,
        }];
    }

    // The part of the original's cost that goes with a part of its units; the parts add up to it whatever their sizes.
    private BigInteger? CostOfPart(NaiveFact original, BigInteger quantity)
    {
        var done = ReversedOf(original);
        return (original.Posted ?? original.Cost) is { } cost
            ? NaiveBook.Share(cost, done + quantity, original.Quantity) - NaiveBook.Share(cost, done, original.Quantity)
            : null;
    }
}
