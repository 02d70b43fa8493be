namespace Inventory.Quickstart.Tests.Paper;

/// <summary>First in first out as one would do it on paper: a pile of deliveries, oldest first.</summary>
internal sealed class PaperFifo
{
    private readonly Queue<(long Quantity, decimal UnitCost)> _whole = [];
    private (long Quantity, decimal UnitCost) _opened;

    public decimal Value { get; private set; }

    public void Take(long quantity, decimal unitCost)
    {
        _whole.Enqueue((quantity, unitCost));
        Value += quantity * unitCost;
    }

    public decimal Give(long quantity)
    {
        decimal cost = 0;
        while (quantity > 0)
        {
            if (_opened.Quantity == 0)
            {
                _opened = _whole.Dequeue();
            }

            long part = Math.Min(quantity, _opened.Quantity);
            cost += part * _opened.UnitCost;
            _opened.Quantity -= part;
            quantity -= part;
        }

        Value -= cost;
        return cost;
    }
}
