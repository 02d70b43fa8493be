using System.Numerics;

namespace Inventory.Quickstart.Tests.Paper;

/// <summary>Moving average with one pool of quantity and value, in numbers of 50 decimals.</summary>
internal sealed class PaperAverage
{
    private const int Decimals = 50;
    private const int ShownDecimals = 10;

    private static readonly BigInteger _one = BigInteger.Pow(10, Decimals);

    private long _quantity;
    private BigInteger _value;
    private BigInteger _given;

    public decimal Value => Show(_value);

    /// <summary>What all that was given cost.</summary>
    public decimal Given => Show(_given);

    public void Take(long quantity, decimal unitCost)
    {
        const int CostScale = 10_000;
        _quantity += quantity;
        _value += new BigInteger(unitCost * CostScale) * quantity * (_one / CostScale);
    }

    public void Give(long quantity)
    {
        BigInteger cost = quantity == _quantity ? _value : _value * quantity / _quantity;
        _quantity -= quantity;
        _value -= cost;
        _given += cost;
    }

    private static decimal Show(BigInteger number)
    {
        BigInteger shownOne = BigInteger.Pow(10, ShownDecimals);
        BigInteger last = _one / shownOne;
        return (decimal)((number + last / 2) / last) / (decimal)shownOne;
    }
}
