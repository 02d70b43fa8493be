using Inventory.Lots;

namespace Inventory.Picking;

/// <summary>Decides where units are picked.</summary>
public static class Picker
{
    /// <summary>Goes through candidates until there is enough, and no further.</summary>
    /// <remarks>
    /// What comes after has no say, so that candidates may be read as they are needed. Those that will have expired
    /// may be left out as long as nothing is missing.
    /// </remarks>
    /// <param name="rule">Which goods may be picked.</param>
    /// <param name="asked">How many units, in steps of the base unit; 0 or more.</param>
    /// <param name="candidates">What there is, in the order of the rule's strategy.</param>
    /// <returns>The plan; it picks all that was asked for, or all that may be picked.</returns>
    /// <exception cref="ArgumentException">The candidates are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing is asked for.</exception>
    public static PickPlan Plan(PickRule rule, long asked, IEnumerable<PickCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(asked);
        var picks = new List<Pick>();
        var followed = rule.Strategy;
        var (missing, expired, tooOld) = (asked, 0L, 0L);
        foreach (var candidate in asked == 0 ? [] : InOrder(candidates, PickOrder.Of(rule.Strategy)))
        {
            if (candidate.Units <= 0)
            {
                continue;
            }

            if (!rule.TakesExpired && candidate.Term.IsExpiredOn(rule.Delivery))
            {
                expired += candidate.Units;
            }
            else if (rule.Life is { } life && !life.IsMetBy(candidate.Term, rule.Delivery))
            {
                tooOld += candidate.Units;
            }
            else
            {
                // What a strategy can go by comes first, so that the first pick shows whether there was any.
                followed = picks.Count > 0 || Guides(rule.Strategy, candidate) ? followed : PickStrategy.Fifo;
                var units = Math.Min(missing, candidate.Units);
                picks.Add(new Pick(candidate.Spot, units));
                missing -= units;
                if (missing == 0)
                {
                    return new PickPlan(asked, picks, followed, 0, 0);
                }
            }
        }

        return new PickPlan(asked, picks, followed, expired, tooOld);
    }

    private static bool Guides(PickStrategy strategy, PickCandidate candidate) => strategy switch
    {
        PickStrategy.Lifo => candidate.Term.Received != 0,
        PickStrategy.Fefo => candidate.Term.Removal != LotTerm.Never,
        PickStrategy.Nearest => candidate.Walk != PickCandidate.OffTheWalk,
        _ => true,
    };

    private static IEnumerable<PickCandidate> InOrder(IEnumerable<PickCandidate> candidates, PickOrder order)
    {
        PickCandidate? last = null;
        foreach (var candidate in candidates)
        {
            if (last is { } before && order.Compare(before, candidate) >= 0)
            {
                throw new ArgumentException($"{candidate.Spot} is out of order.", nameof(candidates));
            }

            last = candidate;
            yield return candidate;
        }
    }
}
