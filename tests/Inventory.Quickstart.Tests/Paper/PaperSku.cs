using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Paper;

/// <summary>One SKU's card: what came in, what went out, under both ways of costing.</summary>
internal sealed class PaperSku
{
    private readonly PaperFifo _fifo = new();
    private readonly PaperAverage _average = new();
    private long _received;
    private decimal _receivedValue;
    private decimal _returnsInValue;
    private decimal _fifoCogs;
    private long _onHand;

    public decimal FifoValue => _fifo.Value;

    public StockFigures Figures => new()
    {
        ReceivedQuantity = _received,
        ReceivedValue = _receivedValue,
        ReturnsInValue = _returnsInValue,
        FifoCogs = _fifoCogs,
        EndQuantity = _onHand,
        FifoEndValue = _fifo.Value,
        AvcoCogs = _average.Given,
        AvcoEndValue = _average.Value,
    };

    public void Post(in StockEvent each)
    {
        switch (each.Kind)
        {
            case StockEventKind.Receipt:
                _received += each.Quantity;
                _receivedValue += each.Cost;
                Take(each);
                break;
            case StockEventKind.Return:
                _returnsInValue += each.Cost;
                Take(each);
                break;
            case StockEventKind.Sale:
                _fifoCogs += _fifo.Give(each.Quantity);
                _average.Give(each.Quantity);
                _onHand -= each.Quantity;
                Assert.True(_onHand >= 0, "Stock ran out, which rule 5 says never happens.");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(each));
        }
    }

    private void Take(in StockEvent each)
    {
        _fifo.Take(each.Quantity, each.UnitCost);
        _average.Take(each.Quantity, each.UnitCost);
        _onHand += each.Quantity;
    }
}
