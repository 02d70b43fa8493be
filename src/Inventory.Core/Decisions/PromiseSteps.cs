using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>The facts that change a leg of a reservation.</summary>
internal static class PromiseSteps
{
    /// <summary>Asks for the SKU and the position of a leg; false while they are missing.</summary>
    public static bool Load(ref Working work, ReservationLeg leg)
    {
        if (work.Stock.FindSku(leg.Sku) is not { } window)
        {
            work.Needs.SkuNumbers.Add(leg.Sku);
            return false;
        }

        if (!window.TryGetPosition(leg.Position, work.Moment.Now, out _))
        {
            work.Needs.Positions.Add((leg.Sku, leg.Position));
            return false;
        }

        return true;
    }

    /// <summary>Asks for the balance, the place and the lot of goods that a leg is bound to.</summary>
    public static void Load(ref Working work, Allocation bound)
    {
        if (work.Stock.FindSku(bound.Sku) is { } window)
        {
            if (!window.TryGetBalance(bound.Spot, out _))
            {
                work.Needs.Balances.Add((bound.Sku, bound.Spot));
            }

            if (work.Stock.TryGetLocation(bound.Spot.Place) is null)
            {
                work.Needs.LocationNumbers.Add(bound.Spot.Place);
            }

            LoadLot(ref work, bound);
        }
    }

    /// <summary>Asks for the lot of goods that a leg is bound to, which says how long they are good.</summary>
    public static void LoadLot(ref Working work, Allocation bound)
    {
        if (bound.Spot.Lot != 0 && work.Stock.FindSku(bound.Sku)!.LotByNumber(bound.Spot.Lot) is null)
        {
            work.Needs.LotNumbers.Add((bound.Sku, bound.Spot.Lot));
        }
    }

    /// <summary>Gives units back.</summary>
    public static void Release(ref Working work, ReservationLeg leg, long held, long committed, long backordered)
    {
        if (held + committed + backordered > 0)
        {
            work.Change.Promised.Step(leg, Fact(ref work, leg, PromiseStep.Release) with
            {
                Held = -held,
                Expires = held > 0 ? leg.Expires : 0,
                Committed = -committed,
                Backordered = -backordered,
            });
        }
        else if (leg.Held > 0)
        {
            // Its time is over, as far as is known here: somebody else may have extended it.
            work.Change.Promised.Leave(leg);
        }
    }

    /// <summary>Commits what is held.</summary>
    public static void Convert(ref Working work, ReservationLeg leg)
    {
        if (leg.Held == 0)
        {
            work.Change.Promised.Leave(leg);
            return;
        }

        work.Change.Promised.Step(leg, Fact(ref work, leg, PromiseStep.Convert) with
        {
            Held = -leg.Held,
            Expires = leg.Expires,
            Committed = leg.Held,
        });
    }

    /// <summary>Holds what is held until another instant.</summary>
    public static void Extend(ref Working work, ReservationLeg leg, long expires)
    {
        if (leg.Held == 0 || leg.Expires == expires)
        {
            work.Change.Promised.Leave(leg);
            return;
        }

        var fact = Fact(ref work, leg, PromiseStep.Extend);
        work.Change.Promised.Step(leg, fact with { Held = -leg.Held, Expires = leg.Expires });
        work.Change.Promised.Step(leg, fact with { Held = leg.Held, Expires = expires });
    }

    /// <summary>Lets units leave with the goods.</summary>
    public static void Fulfil(ref Working work, ReservationLeg leg, long held, long committed) =>
        work.Change.Promised.Step(leg, Fact(ref work, leg, PromiseStep.Fulfil) with
        {
            Held = -held,
            Expires = held > 0 ? leg.Expires : 0,
            Committed = -committed,
            Fulfilled = held + committed,
        });

    /// <summary>Promises units that were waited for.</summary>
    public static void Fill(ref Working work, ReservationLeg leg, long units) =>
        work.Change.Promised.Step(
            leg, Fact(ref work, leg, PromiseStep.Fill) with { Committed = units, Backordered = -units });

    /// <summary>Gives promised units up for somebody who goes before, and waits for them again.</summary>
    public static void Yield(ref Working work, ReservationLeg leg, long units) =>
        work.Change.Promised.Step(
            leg, Fact(ref work, leg, PromiseStep.Yield) with { Committed = -units, Backordered = units });

    /// <summary>Binds committed units to goods.</summary>
    public static void Bind(ref Working work, ReservationLeg leg, Spot spot, long units, bool isPicked = false) =>
        Bind(ref work, leg, PromiseStep.Allocate, spot, isPicked, units);

    /// <summary>Ends the binding of units to goods.</summary>
    public static void Unbind(ref Working work, ReservationLeg leg, Allocation bound, long units) =>
        Bind(ref work, leg, PromiseStep.Deallocate, bound.Spot, bound.IsPicked, -units);

    private static void Bind(
        ref Working work, ReservationLeg leg, PromiseStep step, Spot spot, bool isPicked, long change)
    {
        // Which goods are bound are rows that others may change, and as many units may stay bound to others.
        work.Change.Promised.Versions.Add(leg.Sku);
        work.Change.Promised.Step(leg, Fact(ref work, leg, step) with
        {
            Allocated = change,
            Spot = spot,
            IsPicked = isPicked,
        });
    }

    /// <summary>Takes holds whose time is over out of a position.</summary>
    public static void Settle(ref Working work, SkuWindow window, PositionKey key, long due) =>
        work.Change.Promised.Facts.Add(new PromiseEntry
        {
            Sku = window.Sku.Number,
            Position = key,
            Leg = LegKey.None,
            Step = PromiseStep.Settle,
            Held = -due,
            Expires = work.Moment.Now,
            Recorded = work.Moment.Now,
            Ordinal = work.Moment.Ordinal,
        });

    private static PromiseEntry Fact(ref Working work, ReservationLeg leg, PromiseStep step) => new()
    {
        Sku = leg.Sku,
        Position = leg.Position,
        Leg = leg.Key,
        Step = step,
        Recorded = work.Moment.Now,
        Ordinal = work.Moment.Ordinal,
    };
}
