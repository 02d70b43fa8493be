using System.Numerics;

namespace Inventory.Engine.Tests.Support;

/// <summary>
/// A book kept by hand: one entry per unit on hand for first in first out, one sum for the average. Folds all of
/// history.
/// </summary>
internal sealed class PaperBook(bool isFifo, bool isInline)
{
    private const long Scale = 1_000_000;

    private readonly List<(long Layer, Queue<long> Units)> _layers = [];
    private readonly Dictionary<long, (long Quantity, long Cost)> _folded = [];
    private long _in, _valueIn, _out, _costOut, _short, _shortCost, _lastQuantity, _lastValue;

    private long Quantity => _in - _out;

    private long Value => _valueIn - _costOut;

    public static PaperBook Of(IEnumerable<Movement> history, bool isFifo, bool isInline)
    {
        var book = new PaperBook(isFifo, isInline);
        foreach (var movement in history.OrderBy(movement => movement.Effective).ThenBy(movement => movement.Version))
        {
            book.Fold(movement);
        }

        return book;
    }

    public StockValue AsStockValue(string sku, NodaTime.Instant asOf) => new(
        sku, asOf, Inventory.Quantity.Each(Quantity), (decimal)Value / Scale, Inventory.Quantity.Each(_in),
            (decimal)_valueIn / Scale,
        Inventory.Quantity.Each(_out), (decimal)_costOut / Scale);

    public void Fold(Movement movement)
    {
        var (from, to) = (BruteForce.IsOwn(movement.From), BruteForce.IsOwn(movement.To));
        if (from == to || movement.Quantity.Amount == 0)
        {
            _folded[movement.Version] = ((long)movement.Quantity.Amount, 0);
            return;
        }

        var quantity = (long)movement.Quantity.Amount;
        _folded[movement.Version] = (quantity, to ? Enter(movement, quantity) : Leave(movement, quantity));
    }

    private long Enter(Movement movement, long quantity)
    {
        var value = ValueOf(movement, quantity);
        var covers = Math.Min(quantity, _short);
        var coverValue = Part(value, covers, quantity);
        var settled = covers == 0 ? 0 : Part(_shortCost, covers, _short);
        (_in, _valueIn, _lastQuantity, _lastValue) = (_in + quantity, _valueIn + value, quantity, value);
        _costOut += coverValue - settled;
        (_short, _shortCost) = (_short - covers, _shortCost - settled);
        var (left, leftValue) = (quantity - covers, value - coverValue);
        var units = Enumerable.Range(0, (int)left).Select(n => Part(leftValue, n + 1, left) - Part(leftValue, n, left));
        _layers.Add((movement.Version, new Queue<long>(units)));
        return value;
    }

    private long ValueOf(Movement movement, long quantity)
    {
        var stated = movement.Cost is { } cost ? (long)(cost * Scale) : (long?)null;
        if (movement.Reverses is { } original && !(isInline && stated is not null))
        {
            return Part(_folded[original].Cost, quantity, _folded[original].Quantity);
        }

        return stated ?? (Quantity > 0 ? Part(Value, quantity, Quantity) : _lastQuantity > 0
            ? Part(_lastValue, quantity, _lastQuantity) : 0);
    }

    private long Leave(Movement movement, long quantity)
    {
        var covered = Math.Min(quantity, Math.Max(0, Quantity));
        var cost = covered == 0 ? 0 : isFifo ? TakeUnits(movement, covered) : TakeAverage(movement, covered);
        var missing = quantity - covered;
        var provisional = missing == 0 || _lastQuantity == 0 ? 0 : Part(_lastValue, missing, _lastQuantity);
        (_out, _costOut) = (_out + quantity, _costOut + cost + provisional);
        (_short, _shortCost) = (_short + missing, _shortCost + provisional);
        return cost + provisional;
    }

    private long TakeUnits(Movement movement, long quantity)
    {
        var cost = 0L;
        var own = _layers.Find(layer => layer.Layer == movement.Reverses);
        while (own.Units is { Count: > 0 } && quantity > 0)
        {
            cost += own.Units.Dequeue();
            quantity--;
        }

        foreach (var (_, units) in _layers)
        {
            while (units.Count > 0 && quantity > 0)
            {
                cost += units.Dequeue();
                quantity--;
            }
        }

        _layers.RemoveAll(layer => layer.Units.Count == 0);
        return cost;
    }

    private long TakeAverage(Movement movement, long quantity) => quantity == Quantity ? Value
        : movement is { Reverses: not null, Cost: { } original } ? Math.Min((long)(original * Scale), Value)
        : Part(Value, quantity, Quantity);

    // Half to even, as a book-keeper rounds.
    private static long Part(long value, long part, long whole)
    {
        if (part == whole)
        {
            return value;
        }

        var (quotient, remainder) = BigInteger.DivRem((BigInteger)value * part, whole);
        var isUp = BigInteger.Abs(remainder) * 2 is var twice
            && (twice > whole || (twice == whole && !quotient.IsEven));
        return (long)(quotient + (isUp ? (value < 0 ? -1 : 1) : 0));
    }
}
