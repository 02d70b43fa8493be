using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>What one command does to promises, and what must hold for it.</summary>
internal sealed class PromiseChanges
{
    /// <summary>New promise entries.</summary>
    public List<PromiseEntry> Facts { get; } = [];

    /// <summary>The legs that they change.</summary>
    public List<LegChange> Legs { get; } = [];

    /// <summary>What must be available at positions afterwards, by this command alone.</summary>
    public List<(int Sku, PositionKey Key, long AtLeast)> Guards { get; } = [];

    /// <summary>SKUs whose streams must be where they were: rows that others could add were read.</summary>
    public HashSet<int> Versions { get; } = [];

    /// <summary>Bins that must hold what they held: there was room in them for what comes in.</summary>
    public HashSet<int> Bins { get; } = [];

    /// <summary>A leg as this command leaves it so far.</summary>
    public ReservationLeg Now(ReservationLeg leg)
    {
        var at = Legs.FindIndex(change => change.After.Key == leg.Key);
        return at < 0 ? leg : Legs[at].After;
    }

    /// <summary>
    /// The goods that a leg is bound to as this command leaves it so far: what is not picked first, then by place and
    /// lot.
    /// </summary>
    /// <param name="leg">The leg.</param>
    /// <param name="before">What it was bound to before this command, perhaps among others.</param>
    public List<Allocation> Bound(LegKey leg, IEnumerable<Allocation> before)
    {
        var changes = Facts.Where(fact => fact.Spot is not null).Select(fact =>
            new Allocation(fact.Sku, fact.Leg, fact.Spot!.Value, fact.IsPicked, fact.Allocated));
        return
        [
            .. before.Concat(changes).Where(part => part.Leg == leg).GroupBy(part => part.Key)
                .Select(parts => parts.First() with { Units = parts.Sum(part => part.Units) })
                .Where(part => part.Units != 0)
                .OrderBy(part => (part.IsPicked, part.Spot.Place, part.Spot.Lot)),
        ];
    }

    /// <summary>What this command changes so far in the units that are bound to goods at a spot.</summary>
    public long BoundAt(int sku, Spot spot) =>
        Facts.Where(fact => fact.Sku == sku && fact.Spot == spot).Sum(fact => fact.Allocated);

    /// <summary>What the leg of one of these facts was agreed on.</summary>
    public PromiseTerms TermsOf(LegKey leg) => Legs.Find(change => change.After.Key == leg).After.Terms;

    /// <summary>Adds a fact that makes a leg.</summary>
    public void Make(PromiseEntry promise)
    {
        Facts.Add(promise);
        Legs.Add(new LegChange(null, ReservationLeg.Of(promise)));
    }

    /// <summary>Nothing is done with a leg, because it stands as it does: which it must still do.</summary>
    public void Leave(ReservationLeg leg)
    {
        if (!Legs.Exists(change => change.After.Key == leg.Key))
        {
            Legs.Add(new LegChange(leg, leg));
        }
    }

    /// <summary>Adds a fact that changes a leg as it stands before this command.</summary>
    public void Step(ReservationLeg leg, PromiseEntry promise)
    {
        Facts.Add(promise);
        var at = Legs.FindIndex(change => change.After.Key == leg.Key);
        if (at < 0)
        {
            Legs.Add(new LegChange(leg, leg.After(promise)));
        }
        else
        {
            Legs[at] = Legs[at] with { After = Legs[at].After.After(promise) };
        }
    }
}
