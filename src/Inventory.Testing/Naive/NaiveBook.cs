using System.Numerics;
using Inventory.Valuation;

namespace Inventory.Testing.Naive;

/// <summary>
/// Values the facts of one SKU, given in effective order, layer by layer. Money in units of the cost scale.
/// </summary>
internal sealed class NaiveBook(CostMethod method, bool isInline)
{
    private readonly List<Layer> _layers = [];
    private readonly Dictionary<NaiveFact, BigInteger> _costs = new(ReferenceEqualityComparer.Instance);
    private BigInteger _shortQuantity;
    private BigInteger _shortCost;
    private (BigInteger Quantity, BigInteger Value) _last;

    /// <summary>
    /// What is on hand is worth: what is left of the layers, less what units cost that were sold before they came in.
    /// </summary>
    public BigInteger Value => _layers.Aggregate(BigInteger.Zero, (sum, layer) => sum + layer.ValueLeft) - _shortCost;

    private BigInteger Quantity => _layers.Aggregate(BigInteger.Zero, (sum, layer) => sum + layer.Left);

    /// <summary>The value of the first units of many, half to even.</summary>
    public static BigInteger Share(BigInteger value, BigInteger part, BigInteger whole) =>
        part == whole ? value : new NaiveFraction(value * part, whole).Round(Rounding.HalfEven);

    public BigInteger CostOf(NaiveFact fact) => _costs[fact];

    public void Add(NaiveFact fact)
    {
        if (fact.Direction != 0)
        {
            _costs[fact] = fact.Direction > 0 ? Enter(fact) : Leave(fact);
        }
    }

    private BigInteger Enter(NaiveFact fact)
    {
        var value = fact.Reverses is { } original ? ReturnValue(fact, original)
            : fact.Cost ?? RunningCost(fact.Quantity);
        var covers = BigInteger.Min(fact.Quantity, _shortQuantity);
        var coverValue = covers == 0 ? 0 : Share(value, covers, fact.Quantity);
        if (covers > 0)
        {
            // Units sold before they came in were given a provisional cost; the real one takes its place.
            _shortCost -= Share(_shortCost, covers, _shortQuantity);
            _shortQuantity -= covers;
        }

        if (fact.Quantity > covers)
        {
            _layers.Add(new Layer(fact, fact.Quantity - covers, value - coverValue));
        }

        _last = (fact.Quantity, value);
        Merge();
        return value;
    }

    private BigInteger Leave(NaiveFact fact)
    {
        var covered = BigInteger.Min(fact.Quantity, Quantity);
        var missing = fact.Quantity - covered;
        var cost = covered == 0 ? 0 : method switch
        {
            CostMethod.Fifo => TakeFirst(fact, covered),
            CostMethod.MovingAverage => TakeAverage(fact, covered),
            _ => TakeMixed(fact, covered),
        };
        var provisional = missing == 0 || _last.Quantity == 0 ? 0 : Share(_last.Value, missing, _last.Quantity);
        _shortQuantity += missing;
        _shortCost += provisional;
        return cost + provisional;
    }

    // Goods that come back because their issue was undone come back at what they left with.
    private BigInteger ReturnValue(NaiveFact fact, NaiveFact original) => isInline && fact.Cost is { } posted
        ? posted
        : Share(_costs[original], fact.Quantity, original.Quantity);

    private BigInteger RunningCost(BigInteger quantity) =>
        Quantity > 0 ? Share(Value, quantity, Quantity)
        : _last.Quantity > 0 ? Share(_last.Value, quantity, _last.Quantity)
        : 0;

    // Goods that go back because their receipt was undone are taken from that very layer, as far as it is still there.
    private BigInteger TakeFirst(NaiveFact fact, BigInteger quantity)
    {
        var own = fact.Reverses is { } original ? _layers.Where(layer => ReferenceEquals(layer.Origin, original)) : [];
        var cost = BigInteger.Zero;
        foreach (var layer in own.Concat(_layers))
        {
            var take = BigInteger.Min(quantity, layer.Left);
            cost += layer.Take(take);
            quantity -= take;
        }

        return cost;
    }

    private BigInteger TakeAverage(NaiveFact fact, BigInteger quantity)
    {
        var pool = _layers[0];
        var cost = quantity == pool.Left ? pool.ValueLeft
            : fact is { Reverses: not null, Cost: { } original } ? BigInteger.Min(original, pool.ValueLeft)
            : Share(pool.ValueLeft, quantity, pool.Left);
        _layers.Clear();
        _layers.Add(new Layer(fact, pool.Left - quantity, pool.ValueLeft - cost));
        return cost;
    }

    // What is sold of a mixture is cut from it like from a layer; what is undone takes what it brought, and the rest is
    // a new mixture.
    private BigInteger TakeMixed(NaiveFact fact, BigInteger quantity) =>
        fact is { Reverses: not null, Cost: not null } ? TakeAverage(fact, quantity) : _layers[0].Take(quantity);

    // Where there is no queue there is one layer only: everything together.
    private void Merge()
    {
        if (method != CostMethod.Fifo && _layers.Count > 1)
        {
            var all = new Layer(_layers[^1].Origin, Quantity, Value + _shortCost);
            _layers.Clear();
            _layers.Add(all);
        }
    }

    private sealed class Layer(NaiveFact origin, BigInteger quantity, BigInteger value)
    {
        private BigInteger _taken;

        public NaiveFact Origin { get; } = origin;

        public BigInteger Left => quantity - _taken;

        public BigInteger ValueLeft => quantity == 0 ? value : value - Share(value, _taken, quantity);

        public BigInteger Take(BigInteger part)
        {
            var before = ValueLeft;
            _taken += part;
            return before - ValueLeft;
        }
    }
}
