using System.Numerics;
using Inventory.Locations;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Naive;

/// <content>Promises.</content>
public sealed partial class NaiveInventory
{
    private void Reserve(ReserveStock reserve)
    {
        var isOrder = reserve.Kind == PromiseKind.Order;
        var expires = HoldEnd(reserve.TimeToLive, reserve.Until, isOrder);
        if (reserve.Lines.Count == 0 || (reserve.Shortage == Shortage.Backorder && !isOrder))
        {
            _errors.Add(ErrorCodes.InvalidReservation);
        }

        var asked = reserve.Lines
            .Select((line, index) => Sound(() => Ask(line, index, Number(reserve.NeededBy))))
            .OfType<Asked>().ToList();
        var replaced = _promises
            .Where(promise => reserve.Holder is not null && promise.Holder == reserve.Holder)
            .Where(promise => promise.HeldAt(_now) > 0)
            .Where(promise => asked.Exists(line => line.Sku == promise.Sku && line.Pool == promise.Pool))
            .ToList();
        CheckOrder(reserve.Holder, asked, replaced);
        if (_errors.Count > 0)
        {
            return;
        }

        var got = Share(reserve.Shortage, asked, replaced);
        if (_errors.Count > 0)
        {
            return;
        }

        foreach (var promise in replaced)
        {
            (promise.Held, promise.Committed, promise.Backordered) = (0, 0, 0);
            _touched.Add((promise.Sku, promise.Pool));
        }

        foreach (var line in asked)
        {
            var promised = got[line];
            var backordered = reserve.Shortage == Shortage.Backorder ? line.Quantity - promised : 0;
            if (promised + backordered > 0)
            {
                _touched.Add((line.Sku, line.Pool));
                _promises.Add(new NaivePromise
                {
                    Key = reserve.Key,
                    Line = line.Line,
                    Sku = line.Sku,
                    Pool = line.Pool,
                    Holder = reserve.Holder,
                    Priority = reserve.Priority,
                    NeededBy = line.NeededBy,
                    Held = isOrder ? 0 : promised,
                    Expires = expires,
                    Committed = isOrder ? promised : 0,
                    Backordered = backordered,
                });
            }
        }
    }

    // What each line gets of the units that are available, those it takes the place of included.
    private Dictionary<Asked, BigInteger> Share(Shortage shortage, List<Asked> asked, List<NaivePromise> replaced)
    {
        var got = asked.ToDictionary(line => line, line => line.Quantity);
        foreach (var group in asked.GroupBy(line => (line.Sku, line.Pool)))
        {
            var (sku, pool) = group.Key;
            var left = BigInteger.Max(0, AvailableIn(sku, pool, group.First().NeededBy, replaced));
            if (shortage == Shortage.Refuse && Sum(group.Select(line => line.Quantity)) > left)
            {
                _errors.Add(ErrorCodes.Insufficient);
            }

            foreach (var line in group)
            {
                got[line] = BigInteger.Min(line.Quantity, left);
                left -= got[line];
            }
        }

        if (shortage == Shortage.TakeAvailable && got.Values.All(units => units.IsZero))
        {
            _errors.Add(ErrorCodes.Insufficient);
        }

        return got;
    }

    private Asked? Ask(ReservationLine line, int index, int neededBy)
    {
        var sku = FindSku(line.Sku);
        var place = FindPlace(line.Pool);
        if (place is { Pool: null } or { Kind: LocationKind.Transit })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
            place = null;
        }

        var grade = Grade(line.Grade);
        var owner = SellingOwner(line.Owner);
        if (sku is null)
        {
            return null;
        }

        if (sku.Defined.Type == Catalog.SkuType.Service)
        {
            _errors.Add(ErrorCodes.InvalidForServiceItem);
        }

        var quantity = Positive(sku, line.Quantity, Rounding.Reject);
        return place?.Pool is { } pool
            ? new Asked(index, sku, new NaivePool(pool, grade, owner), quantity, neededBy) : null;
    }

    private void Release(ReleaseReservation release)
    {
        if (FindPromises(release.Reservation, release.Holder) is not { } promises)
        {
            return;
        }

        if (release.Line is { } named && !promises.Exists(promise => promise.Line == named))
        {
            _errors.Add(ErrorCodes.ReservationNotFound);
            return;
        }

        if (release.Quantity is not { } part)
        {
            foreach (var promise in promises.Where(promise => promise.Line == (release.Line ?? promise.Line)))
            {
                GiveBack(promise, promise.LeftAt(_now));
            }

            return;
        }

        if (release.Line is null && promises.Count > 1)
        {
            _errors.Add(ErrorCodes.InvalidField);
            return;
        }

        var one = promises.Find(promise => promise.Line == (release.Line ?? promise.Line))!;
        var quantity = Positive(one.Sku, part, Rounding.Reject);
        if (quantity > one.LeftAt(_now))
        {
            _errors.Add(ErrorCodes.ReservationState);
        }

        if (_errors.Count == 0)
        {
            GiveBack(one, quantity);
        }
    }

    private void Convert(ConvertReservation convert)
    {
        if (FindPromises(convert.Reservation, convert.Holder) is not { } promises)
        {
            return;
        }

        if (promises.Exists(IsOver)
            || promises.TrueForAll(promise => (promise.Held + promise.Committed + promise.Backordered).IsZero))
        {
            _errors.Add(ErrorCodes.ReservationState);
            return;
        }

        foreach (var promise in promises.Where(promise => promise.Held > 0))
        {
            (promise.Held, promise.Committed) = (0, promise.Committed + promise.Held);
            _touched.Add((promise.Sku, promise.Pool));
        }
    }

    private void Extend(ExtendReservation extend)
    {
        var expires = HoldEnd(extend.TimeToLive, extend.Until, isOrder: false);
        if (FindPromises(extend.Reservation, extend.Holder) is not { } promises)
        {
            return;
        }

        if (promises.Exists(IsOver) || promises.TrueForAll(promise => promise.Held.IsZero))
        {
            _errors.Add(ErrorCodes.ReservationState);
        }

        if (_errors.Count > 0)
        {
            return;
        }

        foreach (var promise in promises.Where(promise => promise.Held > 0 && promise.Expires != expires))
        {
            promise.Expires = expires;
            _touched.Add((promise.Sku, promise.Pool));
        }
    }

    private List<NaivePromise>? FindPromises(Commands.CommandKey key, string? from)
    {
        var found = _promises.Where(promise => promise.Key == key).ToList();
        if (found.Count == 0)
        {
            _errors.Add(ErrorCodes.ReservationNotFound);
            return null;
        }

        if (found[0].Holder is { } holder && holder != from)
        {
            _errors.Add(ErrorCodes.ForeignHolder);
            return null;
        }

        return found;
    }

    // What is waited for goes first, then what is held, then what is committed.
    private void GiveBack(NaivePromise promise, BigInteger quantity)
    {
        var backordered = BigInteger.Min(quantity, promise.Backordered);
        var held = BigInteger.Min(quantity - backordered, promise.HeldAt(_now));
        promise.Backordered -= backordered;
        promise.Held -= held;
        promise.Committed -= quantity - backordered - held;
        LetGo(promise);
        if (quantity > 0)
        {
            _touched.Add((promise.Sku, promise.Pool));
        }
    }

    // What leaves for a reservation leaves with its promise: what is bound to these goods first, then the order's part,
    // then what is held. What is picked for it stays promised, and is bound where it goes.
    private void Fulfil(Commands.CommandKey reservation, NaivePlan line)
    {
        var left = line.Quantity;
        var picks = line.From.Pool == line.To.Pool;
        var promises = _promises.Where(promise => promise.Key == reservation && promise.Sku == line.Sku
            && promise.Pool == line.From.Pool).ToList();
        foreach (var promise in promises)
        {
            foreach (var isPicked in new[] { !picks, picks })
            {
                var bound = BigInteger.Min(left, promise.Bound.GetValueOrDefault((line.From, isPicked)));
                Bind(promise, line.From, isPicked, -bound);
                left -= Give(promise, line, committed: bound, held: 0, picks);
            }
        }

        foreach (var promise in promises)
        {
            var committed = BigInteger.Min(left, promise.Unbound);
            var held = picks ? 0 : BigInteger.Min(left - committed, promise.HeldAt(_now));
            left -= Give(promise, line, committed, held, picks);
        }

        if (left > 0)
        {
            _errors.Add(ErrorCodes.ReservationState);
        }
    }

    private BigInteger Give(NaivePromise promise, NaivePlan line, BigInteger committed, BigInteger held, bool picks)
    {
        if (picks)
        {
            Bind(promise, line.To, isPicked: true, committed);
        }
        else
        {
            promise.Committed -= committed;
            promise.Held -= held;
            promise.Fulfilled += committed + held;
        }

        return committed + held;
    }

    // Units that are free after a command go to those who wait, highest priority first, then who came first. Who comes
    // by this very command has got what those before him left.
    private void Fill(Commands.CommandKey command)
    {
        foreach (var (sku, pool) in _touched)
        {
            var queue = _promises
                .Where(promise => promise.Sku == sku && promise.Pool == pool && promise.Backordered > 0
                    && promise.Key != command)
                .OrderByDescending(promise => promise.Priority);
            foreach (var promise in queue)
            {
                var free = AvailableIn(sku, pool, promise.NeededBy, []) + Sum(PromisesOf(sku, pool)
                    .Select(waiting => waiting.Backordered));
                var units = BigInteger.Max(0, BigInteger.Min(free, promise.Backordered));
                promise.Backordered -= units;
                promise.Committed += units;
            }
        }

        _touched.Clear();
    }

    private bool IsOver(NaivePromise promise) => promise.Held > promise.HeldAt(_now);

    // The end of a hold, rounded up to whole seconds, minutes or hours by its distance.
    private long? HoldEnd(Duration? timeToLive, Instant? until, bool isOrder)
    {
        var end = timeToLive is { } span ? _now + ((span.BclCompatibleTicks + 9) / 10) : until?.ToUnixTimeTicks() / 10;
        var isTwice = timeToLive is not null && until is not null;
        if (end is null || isTwice || isOrder || end <= _now || end - _now > 400L * 86_400_000_000)
        {
            if (end is not null)
            {
                _errors.Add(ErrorCodes.InvalidTtl);
            }

            return null;
        }

        var seconds = (end - _now) switch
        {
            <= 600_000_000 => 1,
            <= 86_400_000_000 => 60,
            _ => 3_600,
        };
        var grid = seconds * 1_000_000L;
        return end % grid == 0 ? end : (end / grid + 1) * grid;
    }

    private sealed record Asked(int Line, NaiveSku Sku, NaivePool Pool, BigInteger Quantity, int NeededBy);
}
