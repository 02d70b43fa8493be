using System.Diagnostics.CodeAnalysis;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <content>What is known of reservations.</content>
public sealed partial class Stock
{
    private readonly Dictionary<string, IReadOnlyList<ReservationLeg>> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Holder, int LineSku), IReadOnlyList<ReservationLeg>> _taken = [];
    private readonly Dictionary<(int Sku, PositionKey Key), PromiseWindow> _queues = [];
    private readonly Dictionary<(int Sku, PositionKey Key), PromiseWindow> _promises = [];
    private readonly Dictionary<(int Sku, Spot Spot), IReadOnlyList<BoundLeg>> _bound = [];

    /// <summary>Puts what a holder holds into the window.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="legs">All legs that it holds units by now.</param>
    public void PutHolder(string holder, IReadOnlyList<ReservationLeg> legs) => _holders[holder] = legs;

    /// <summary>Puts what a holder has had of a SKU into the window.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="lineSku">The number of the SKU: a kit, or the legs' own.</param>
    /// <param name="legs">All legs of it that are held, or were, ordered or shipped.</param>
    public void PutTaken(string holder, int lineSku, IReadOnlyList<ReservationLeg> legs) =>
        _taken[(holder, lineSku)] = legs;

    /// <summary>Puts those who wait for stock of a position into the window.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="key">The pool, owner and grade.</param>
    /// <param name="queue">Those who come first.</param>
    public void PutQueue(int sku, PositionKey key, PromiseWindow queue) => _queues[(sku, key)] = queue;

    /// <summary>Puts what is promised of a position into the window.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="key">The pool, owner and grade.</param>
    /// <param name="promises">The youngest promises.</param>
    public void PutPromises(int sku, PositionKey key, PromiseWindow promises) => _promises[(sku, key)] = promises;

    /// <summary>Puts those who are bound to goods at a spot into the window.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="spot">The spot.</param>
    /// <param name="bound">All who are, the youngest first.</param>
    public void PutBound(int sku, Spot spot, IReadOnlyList<BoundLeg> bound) => _bound[(sku, spot)] = bound;

    // What a fork tries changes what its origin's reservations say, so it asks for them anew as well.
    internal bool TryGetHolder(string holder, out IReadOnlyList<ReservationLeg>? legs) =>
        _holders.TryGetValue(holder, out legs);

    internal bool TryGetTaken(string holder, int lineSku, out IReadOnlyList<ReservationLeg>? legs) =>
        _taken.TryGetValue((holder, lineSku), out legs);

    internal bool TryGetQueue(int sku, PositionKey key, long quantity, out PromiseWindow? queue) =>
        _queues.TryGetValue((sku, key), out queue) && queue.Covers(quantity);

    internal bool TryGetPromises(int sku, PositionKey key, long quantity, out PromiseWindow? promises) =>
        _promises.TryGetValue((sku, key), out promises) && promises.Covers(quantity);

    internal bool TryGetBound(int sku, Spot spot, [NotNullWhen(true)] out IReadOnlyList<BoundLeg>? bound) =>
        _bound.TryGetValue((sku, spot), out bound);

    private void ForgetReservations()
    {
        _holders.Clear();
        _taken.Clear();
        _queues.Clear();
        _promises.Clear();
        _bound.Clear();
    }
}
