using System.Runtime.InteropServices;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <content>Goods that go bad and what is promised of them.</content>
public sealed partial class CommitBatch
{
    private readonly Dictionary<(int Sku, PositionKey Key, int Removal), long> _supply = [];
    private readonly Dictionary<(int Sku, PositionKey Key, long Expires, int NeededBy), long> _needs = [];
    private readonly List<DatedNeed> _settledNeeds = [];

    /// <summary>What to add to what is sellable until a removal day; a row that becomes zero is removed.</summary>
    public IEnumerable<DatedSupply> Supply =>
        _supply.Select(pair => new DatedSupply(pair.Key.Sku, pair.Key.Key, pair.Key.Removal, pair.Value))
            .Where(change => change.Quantity != 0);

    /// <summary>What to add to what is promised for a day; a row that becomes zero is removed.</summary>
    public IEnumerable<DatedNeed> DatedNeeds =>
        _needs.Select(pair => new DatedNeed(
            pair.Key.Sku, pair.Key.Key, pair.Key.Expires, pair.Key.NeededBy, pair.Value))
            .Where(change => change.Promised != 0);

    /// <summary>
    /// Positions whose promises for days are removed when their end has come by <see cref="DatedNeed.Expires"/>.
    /// </summary>
    public IReadOnlyList<DatedNeed> SettledNeeds => _settledNeeds;

    internal void MoveSupply(int sku, PositionKey key, int removal, long change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_supply, (sku, key, removal), out _) += change;

    internal void MoveNeed(DatedNeed change) => CollectionsMarshal.GetValueRefOrAddDefault(
        _needs, (change.Sku, change.Key, change.Expires, change.NeededBy), out _) += change.Promised;

    internal void SettleNeeds(PromiseEntry settled) =>
        _settledNeeds.Add(new DatedNeed(settled.Sku, settled.Position, settled.Expires, 0, 0));

    private void ForgetDates()
    {
        _supply.Clear();
        _needs.Clear();
        _settledNeeds.Clear();
    }
}
