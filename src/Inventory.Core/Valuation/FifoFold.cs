using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Valuation;

/// <summary>
/// First in, first out, as a curve: receipts in order make a piecewise linear cost over units, issues walk along it.
/// </summary>
/// <remarks>
/// The units [a, b) of a layer cost round(C(b)) - round(C(a)), so the parts of a layer always sum to its value. The
/// fold holds a window of the open layers; <see cref="Covers(long)"/> tells whether an issue stays inside it. The reversal
/// of a receipt takes the units of its own layer as far as they are still there.
/// </remarks>
public sealed class FifoFold : PooledFold
{
    private readonly int _book;
    private List<OpenLayer> _layers = [];
    private List<Layer> _newLayers = [];
    private List<LayerTake> _newTakes = [];
    private int _front;
    private bool _complete;

    /// <summary>Continues a fold.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="location">Finds a location by its number.</param>
    /// <param name="layers">The first layers from <see cref="BookState.Front"/> on, in order.</param>
    /// <param name="takes">What was taken out of those layers past the queue.</param>
    /// <param name="complete">Whether there are no more layers after those.</param>
    public FifoFold(
        int book, BookState state, Func<int, Location> location,
        IEnumerable<Layer> layers, IEnumerable<LayerTake> takes, bool complete)
        : base(state, location)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(takes);
        _book = book;
        _complete = complete;
        foreach (var layer in layers)
        {
            _layers.Add(new OpenLayer(layer, layer.Key == state.Front ? state.FrontTaken : 0));
        }

        foreach (var take in takes)
        {
            var at = Find(take.Layer);
            if (at >= 0)
            {
                _layers[at].Restore(take.Quantity);
            }
        }
    }

    /// <summary>Layers entered since the fold began or was last marked as stored.</summary>
    public IReadOnlyList<Layer> NewLayers => _newLayers;

    /// <summary>Units taken past the queue since the fold began or was last marked as stored.</summary>
    public IReadOnlyList<LayerTake> NewTakes => _newTakes;

    /// <summary>Forgets what is new, because it has been stored.</summary>
    public void MarkStored()
    {
        _newLayers.Clear();
        _newTakes.Clear();
    }

    /// <summary>Whether the window holds enough layers for a quantity, or all there are.</summary>
    /// <param name="quantity">Steps of the base unit.</param>
    /// <returns>False when more layers must be loaded first.</returns>
    public bool Covers(long quantity)
    {
        // Nothing asked is covered even by a window that has been used up to its last unit.
        if (_complete || quantity <= 0)
        {
            return true;
        }

        for (var i = _front; i < _layers.Count; i++)
        {
            quantity -= _layers[i].Left;
            if (quantity <= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public override bool Covers(BookReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return Covers(reach.Outflow);
    }

    internal override BookFold Clone()
    {
        var clone = (FifoFold)MemberwiseClone();
        clone._layers = _layers.ConvertAll(layer => layer.Clone());
        clone._newLayers = [.. _newLayers];
        clone._newTakes = [.. _newTakes];
        return clone;
    }

    private protected override void Enter(Entry entry, long quantity, long value)
    {
        if (quantity == 0)
        {
            return;
        }

        var layer = new Layer(_book, entry.Sku, entry.Key, quantity, value);
        _newLayers.Add(layer);
        if (_complete)
        {
            _layers.Add(new OpenLayer(layer, 0));
        }
    }

    private protected override long Leave(Entry entry, long quantity)
    {
        var cost = 0L;
        if (entry.Reverses != 0)
        {
            cost = TakeOwn(entry, ref quantity);
        }

        while (quantity > 0)
        {
            var layer = _front < _layers.Count
                ? _layers[_front]
                : throw new InvalidOperationException("The window of layers is too small: ask Covers first.");
            var take = Math.Min(quantity, layer.Left);
            cost += layer.Take(take);
            quantity -= take;
            if (layer.Left == 0)
            {
                _front++;
            }
        }

        // Where the queue goes on is known only as long as the used layers are.
        State = _front < _layers.Count
            ? State with { Front = _layers[_front].Key, FrontTaken = _layers[_front].TakenInOrder }
            : State with { Front = _layers[^1].Key.Next, FrontTaken = 0 };
        Compact();
        return cost;
    }

    private long TakeOwn(Entry entry, ref long quantity)
    {
        var own = new EntryKey(entry.ReversesEffective, entry.Reverses);
        var at = Find(own);
        if (at < _front)
        {
            return 0;
        }

        var take = Math.Min(quantity, _layers[at].Left);
        if (take == 0)
        {
            return 0;
        }

        quantity -= take;
        _newTakes.Add(new LayerTake(_book, entry.Sku, own, entry.Key, take));
        var cost = _layers[at].TakePastQueue(take);
        while (_front < _layers.Count && _layers[_front].Left == 0)
        {
            _front++;
        }

        return cost;
    }

    private int Find(EntryKey key)
    {
        var (low, high) = (0, _layers.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_layers[middle].Key.CompareTo(key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    // Used layers are dropped in bulk, so an issue stays O(1) amortised however many layers are open.
    private void Compact()
    {
        if (_front > 64 && _front > _layers.Count / 2)
        {
            _layers.RemoveRange(0, _front);
            _front = 0;
        }
    }

    private sealed class OpenLayer(Layer layer, long taken)
    {
        private long _pastQueue;

        public EntryKey Key => layer.Key;

        public long Taken { get; private set; } = taken;

        public long TakenInOrder => Taken - _pastQueue;

        public long Left => layer.Quantity - Taken;

        public long Take(long quantity)
        {
            var before = Split.Prefix(layer.Value, Taken, layer.Quantity);
            Taken += quantity;
            return Split.Prefix(layer.Value, Taken, layer.Quantity) - before;
        }

        public long TakePastQueue(long quantity)
        {
            _pastQueue += quantity;
            return Take(quantity);
        }

        public OpenLayer Clone() => (OpenLayer)MemberwiseClone();

        public void Restore(long pastQueue)
        {
            _pastQueue += pastQueue;
            Taken += pastQueue;
        }
    }
}
