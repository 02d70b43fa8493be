using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Valuation;

/// <summary>A window of just as many layers as an issue takes leaves the queue where all layers leave it.</summary>
public sealed class FifoWindowTests
{
    private static readonly Location _shop = new()
    {
        Number = 100,
        Code = "SHOP",
        Kind = LocationKind.Site,
        Pool = 100,
        HoldsStock = true,
        TimeZone = "UTC",
    };

    [Property(MaxTest = 200)]
    [Capability("VAL-01"), Capability("VAL-21")]
    public void Issue_OfAllUnitsInTheWindow_LeavesTheQueueAtTheNextLayer(int seed)
    {
        var random = new Random(seed);
        var layers = Enumerable.Range(1, 200).Select(i =>
            Entry(i, random.Next(1, 4), isReceipt: true, cost: random.Next(1_000))).ToList();
        var all = Empty();
        layers.ForEach(layer => all.Fold(layer));
        for (var sequence = layers.Count + 1; all.State.Quantity > 0; sequence++)
        {
            var quantity = Math.Min(all.State.Quantity, random.Next(10) == 0 ? random.Next(1, 200) : random.Next(1, 8));
            var window = Window(layers, all.State, quantity);
            Assert.True(window.Covers(quantity));

            // In two steps, so that the second begins where layers have been used up already.
            var first = quantity - Math.Min(quantity, random.Next(8));
            var costs = new[] { first, quantity - first }.Where(part => part > 0)
                .Sum(part => window.Fold(Entry(sequence, part, isReceipt: false)));

            Assert.Equal(all.Fold(Entry(sequence, quantity, isReceipt: false)), costs);
            Assert.Equal(Front(layers, all.State), Front(layers, window.State));
            Assert.Equal(layers.Sum(layer => layer.Quantity) - all.State.Quantity, Front(layers, window.State));
        }
    }

    // How many units lie before the place where the queue goes on.
    private static long Front(List<Entry> layers, BookState state) =>
        layers.Where(layer => layer.Key < state.Front).Sum(layer => layer.Quantity) + state.FrontTaken;

    private static FifoFold Window(List<Entry> layers, BookState state, long cover)
    {
        var window = new List<Layer>();
        cover += state.FrontTaken;
        foreach (var layer in layers.Where(layer => layer.Key >= state.Front).TakeWhile(_ => cover > 0))
        {
            window.Add(new Layer(1, 1, layer.Key, layer.Quantity, layer.Cost!.Value));
            cover -= layer.Quantity;
        }

        return new FifoFold(1, state, At, window, [], complete: window.Count > 0 && window[^1].Key == layers[^1].Key);
    }

    private static FifoFold Empty() => new(1, BookState.Empty, At, [], [], complete: true);

    private static Location At(int number) =>
        number == _shop.Number ? _shop : WellKnownLocations.All[number - 1];

    private static Entry Entry(long sequence, long quantity, bool isReceipt, long? cost = null)
    {
        var own = new Spot(_shop.Number, 0, StockStatus.Available);
        var outside = new Spot(isReceipt ? 1 : 2, 0, StockStatus.Available);
        return new Entry
        {
            Sku = 1,
            Sequence = sequence,
            Quantity = quantity,
            From = isReceipt ? outside : own,
            To = isReceipt ? own : outside,
            Kind = isReceipt ? MovementKind.Receipt : MovementKind.Issue,
            Recorded = sequence,
            Effective = sequence,
            Occurred = sequence,
            BusinessDate = 20240101,
            Cost = cost,
        };
    }
}
