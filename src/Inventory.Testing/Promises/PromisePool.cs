using NodaTime;

namespace Inventory.Testing.Promises;

/// <summary>What the facts so far add up to in one pool of one SKU, owner and grade.</summary>
internal sealed class PromisePool
{
    private readonly Dictionary<(string Reservation, int Leg), Part> _parts = [];

    // By when it ends; what has no end is held until the last of all instants.
    private readonly Dictionary<Instant, decimal> _held = [];
    private decimal _committed;

    public decimal Sellable { get; private set; }

    /// <summary>What is held at an instant, and committed.</summary>
    public decimal PromisedAt(Instant now) =>
        _committed + _held.Where(held => held.Key > now).Sum(held => held.Value);

    public void Move(decimal units) => Sellable += units;

    /// <summary>Adds a fact; says which law it breaks by itself, if any.</summary>
    public PromiseLaw? Add(PromiseFact fact, Instant now)
    {
        if (fact.Reservation is not { } reservation)
        {
            return Settle(fact, now);
        }

        var (held, committed, waiting) = (fact.Held.Amount, fact.Committed.Amount, fact.Backordered.Amount);
        var isRevived = held != 0 && fact.Expires is { } end && end <= now;
        _committed += committed;
        var until = fact.Expires ?? Instant.MaxValue;
        _held[until] = _held.GetValueOrDefault(until) + held;

        // Held until one instant is apart from held until another: a step must name the end that its hold has.
        var at = (reservation.Text, fact.Leg);
        var part = _parts.TryGetValue(at, out var known) ? known : _parts[at] = new Part();
        part.Committed += committed;
        part.Waiting += waiting;
        part.Held[until] = part.Held.GetValueOrDefault(until) + held;
        var isKept = part.Committed >= 0 && part.Waiting >= 0 && part.Held.Values.All(units => units >= 0)
            && fact.Fulfilled.Amount >= 0 && (fact.Fulfilled.Amount == 0 || fact.Fulfilled.Amount == -held - committed);
        return isRevived ? PromiseLaw.EndedStaysEnded : isKept ? null : PromiseLaw.OnlyWhatIsPromised;
    }

    private PromiseLaw? Settle(PromiseFact fact, Instant now)
    {
        var ended = _held.Where(held => held.Key <= fact.Expires).ToList();
        foreach (var (end, _) in ended)
        {
            _held.Remove(end);
        }

        var isJustThat = fact.Expires <= now && ended.Sum(held => held.Value) == -fact.Held.Amount
            && fact.Committed.Amount == 0 && fact.Backordered.Amount == 0;
        return isJustThat ? null : PromiseLaw.SettledIsWhatEnded;
    }

    private sealed class Part
    {
        public decimal Committed { get; set; }

        public decimal Waiting { get; set; }

        public Dictionary<Instant, decimal> Held { get; } = [];
    }
}
