using System.Numerics;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;

namespace Inventory.Testing.Naive;

/// <content>The goods that orders are bound to.</content>
public sealed partial class NaiveInventory
{
    /// <summary>The goods that a reservation is bound to.</summary>
    /// <param name="reservation">The key of the command that made it.</param>
    /// <returns>Each line, place, lot and whether it is picked, with the amount in the SKU's base unit.</returns>
    public IReadOnlyList<(int Line, string Sku, string Place, string? Lot, bool IsPicked, decimal Amount)> Allocated(
        CommandKey reservation) =>
    [
        .. _promises.Where(promise => promise.Key == reservation).SelectMany(promise => promise.Bound.Select(bound =>
            (promise.Line, promise.Sku.Defined.Code, bound.Key.Spot.Place.Code, bound.Key.Spot.Lot, bound.Key.IsPicked,
                promise.Sku.Amount(bound.Value)))),
    ];

    private void Allocate(AllocateReservation allocate)
    {
        if (allocate.Shortage == Shortage.Backorder)
        {
            _errors.Add(ErrorCodes.InvalidReservation);
        }

        if (allocate.Life is { IsSound: false })
        {
            _errors.Add(ErrorCodes.InvalidPolicy);
        }

        var promises = OfLine(FindPromises(allocate.Reservation, allocate.Holder), allocate.Line);
        if (_errors.Count > 0 || promises is null)
        {
            return;
        }

        if (promises.TrueForAll(promise => promise.Committed.IsZero))
        {
            _errors.Add(ErrorCodes.ReservationState);
            return;
        }

        Try(() =>
        {
            if (allocate.Goods.Count > 0)
            {
                foreach (var line in allocate.Goods)
                {
                    BindNamed(line, promises);
                }
            }
            else
            {
                BindByStrategy(allocate, promises);
            }
        });
    }

    private void Deallocate(DeallocateReservation deallocate)
    {
        var place = deallocate.Location is { } code ? FindPlace(code) : null;
        var promises = OfLine(FindPromises(deallocate.Reservation, deallocate.Holder), deallocate.Line);
        if (_errors.Count > 0)
        {
            return;
        }

        foreach (var promise in promises!)
        {
            foreach (var (goods, units) in promise.Bound.Where(bound => bound.Key.Spot.Place == (place ?? bound.Key.Spot
                .Place)).ToList())
            {
                Bind(promise, goods.Spot, goods.IsPicked, -units);
            }
        }
    }

    private void Reallocate(ReallocateReservation reallocate)
    {
        var sku = FindSku(reallocate.Sku);
        var givers = FindPromises(reallocate.Reservation, reallocate.Holder);
        var takers = FindPromises(reallocate.To, reallocate.Holder);
        if (sku is null || givers is null || takers is null)
        {
            return;
        }

        var asked = reallocate.Quantity is { } quantity ? Positive(sku, quantity, Rounding.Reject) : (BigInteger?)null;
        if (takers[0].Priority <= givers[0].Priority)
        {
            _errors.Add(ErrorCodes.Priority);
        }

        if (_errors.Count == 0)
        {
            Try(() => Reallocate(sku, givers, takers, asked));
        }
    }

    private void Reallocate(
        NaiveSku sku, List<NaivePromise> givers, List<NaivePromise> takers, BigInteger? asked)
    {
        var moved = BigInteger.Zero;
        foreach (var giver in givers.Where(promise => promise.Sku == sku))
        {
            foreach (var (spot, _) in PartsOf(giver).Where(goods => !goods.IsPicked))
            {
                foreach (var taker in takers.Where(promise => promise.Sku == sku && promise.Pool == giver.Pool))
                {
                    var units = new[]
                    {
                        giver.Bound.GetValueOrDefault((spot, false)), taker.Unbound + taker.Backordered,
                        asked is { } most ? most - moved : giver.Allocated,
                    }.Aggregate(BigInteger.Min);
                    if (units > 0 && RemovalOf(sku, spot.Lot) > NeededOn(taker))
                    {
                        Bind(giver, spot, isPicked: false, -units);
                        var filled = BigInteger.Max(0, units - taker.Unbound);
                        giver.Committed -= filled;
                        giver.Backordered += filled;
                        taker.Committed += filled;
                        taker.Backordered -= filled;
                        Bind(taker, spot, isPicked: false, units);
                        moved += units;
                    }
                }
            }
        }

        if (asked is null ? moved.IsZero : moved < asked)
        {
            var isPicked = givers.Exists(
                promise => promise.Sku == sku && promise.Bound.Keys.Any(goods => goods.IsPicked));
            _errors.Add(isPicked ? ErrorCodes.Picked : ErrorCodes.ReservationState);
        }
    }

    private void BindNamed(AllocationLine line, List<NaivePromise> promises)
    {
        var sku = FindSku(line.Sku);
        var place = FindPlace(line.Location);
        if (sku is null || place is null)
        {
            return;
        }

        var left = Positive(sku, line.Quantity, Rounding.Reject);
        var isWrong = left.IsZero | !IsLot(sku, line.Lot);
        if (Stops(place, FreezeDirection.In))
        {
            _errors.Add(ErrorCodes.Frozen);
        }

        foreach (var promise in promises.Where(promise => !isWrong && promise.Sku == sku
            && promise.Pool.Place == place.Pool))
        {
            var taken = BigInteger.Max(0, BigInteger.Min(left, promise.Unbound));
            var spot = new NaiveSpot(
                place, line.Lot is null ? null : Fold(line.Lot), StockStatus.Available, promise.Pool.Grade,
                promise.Pool.Owner);
            left -= taken;
            if (taken > 0 && taken > UnboundAt(sku, spot))
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
            else if (taken > 0 && RemovalOf(sku, spot.Lot) <= NeededOn(promise))
            {
                _errors.Add(ErrorCodes.OnlyExpired);
            }
            else if (taken > 0)
            {
                Bind(promise, spot, isPicked: false, taken);
            }
        }

        if (left > 0 && !isWrong)
        {
            _errors.Add(ErrorCodes.ReservationState);
        }
    }

    private bool IsLot(NaiveSku sku, string? lot)
    {
        var use = sku.LotUse(MovementKind.Issue);
        var error = lot is null && use == LotUse.Required ? ErrorCodes.InvalidLotRequired
            : lot is not null && use == LotUse.Forbidden ? ErrorCodes.InvalidLotForbidden
            : lot is null ? (ErrorCode?)null
            : !IsCode(lot) ? ErrorCodes.InvalidCode
            : !_lots.ContainsKey((sku, Fold(lot))) ? ErrorCodes.LotNotFound : null;
        if (error is { } wrong)
        {
            _errors.Add(wrong);
        }

        return error is null;
    }

    private void BindByStrategy(AllocateReservation allocate, List<NaivePromise> promises)
    {
        var any = false;
        var refusals = new List<ErrorCode>();
        foreach (var promise in promises.Where(promise => promise.Unbound > 0))
        {
            var (missing, expired, tooOld) = (promise.Unbound, false, false);
            var got = false;
            foreach (var spot in SpotsFor(promise, allocate.Strategy).TakeWhile(_ => missing > 0).ToList())
            {
                if (RemovalOf(promise.Sku, spot.Lot) <= NeededOn(promise))
                {
                    expired = true;
                }
                else if (!IsLongEnough(promise, spot.Lot, allocate.Life))
                {
                    tooOld = true;
                }
                else
                {
                    var units = BigInteger.Min(missing, UnboundAt(promise.Sku, spot));
                    missing -= units;
                    (got, any) = (got || units > 0, any || units > 0);
                    Bind(promise, spot, isPicked: false, units);
                }
            }

            if (missing > 0)
            {
                refusals.Add(expired && !tooOld && !got ? ErrorCodes.OnlyExpired : ErrorCodes.Insufficient);
            }
        }

        if (allocate.Shortage == Shortage.Refuse || !any)
        {
            _errors.UnionWith(refusals);
        }
    }

    private bool IsLongEnough(NaivePromise promise, string? lot, MinimumLife? life)
    {
        if (life is null || lot is null)
        {
            return true;
        }

        var (received, dates) = _lots[(promise.Sku, lot)];
        return life.IsMetBy(
            new LotTerm(
                Number(received), Number(dates.Produced), Number(dates.BestBefore), Number(dates.UseBy), 0, 0),
            NeededOn(promise));
    }

    // Where goods lie that can be bound, in the order of a strategy; of what is the same by it, what came in first.
    private IEnumerable<NaiveSpot> SpotsFor(NaivePromise promise, PickStrategy strategy)
    {
        var sku = promise.Sku;
        var lots = LotsOf(sku);
        var spots = Facts(sku).SelectMany(fact => new[] { fact.From, fact.To }).Distinct()
            .Where(spot => IsSellable(spot, promise.Pool) && UnboundAt(sku, spot) > 0)
            .Where(spot => !Stops(spot.Place, FreezeDirection.In))
            .OrderBy(spot => (ReceivedOn(sku, spot.Lot), lots.IndexOf(spot.Lot), _places.IndexOf(spot.Place)))
            .ToList();
        return strategy switch
        {
            PickStrategy.Lifo => spots.OrderByDescending(spot => (ReceivedOn(sku, spot.Lot), lots.IndexOf(spot.Lot))),
            PickStrategy.Fefo => spots.OrderBy(spot => RemovalOf(sku, spot.Lot)),
            PickStrategy.FewestSplits => spots.OrderByDescending(spot => UnboundAt(sku, spot))
                .ThenBy(spot => RemovalOf(sku, spot.Lot)),
            _ => spots,
        };
    }

    // In the order in which they came in first.
    private List<string?> LotsOf(NaiveSku sku) =>
        [.. Facts(sku).OrderBy(fact => fact.Sequence).Select(fact => fact.Lot).Distinct()];

    private int ReceivedOn(NaiveSku sku, string? lot) => lot is null ? 0 : Number(_lots[(sku, lot)].Received);

    private List<NaivePromise>? OfLine(List<NaivePromise>? promises, int? line)
    {
        var chosen = promises?.FindAll(promise => promise.Line == (line ?? promise.Line));
        if (chosen is { Count: 0 })
        {
            _errors.Add(ErrorCodes.ReservationNotFound);
        }

        return chosen;
    }
}
