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
