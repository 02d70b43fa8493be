using System.Numerics;

namespace Inventory.Testing.Naive;

/// <summary>A line of a command on its way to become a fact.</summary>
internal sealed record NaivePlan(NaiveSku Sku, BigInteger Quantity, NaiveSpot From, NaiveSpot To, long Effective,
    int Line)
{
    public BigInteger? Cost { get; init; }

    public BigInteger? Counted { get; init; }

    public NaiveFact? Reverses { get; init; }

    /// <summary>The serial, where the line is one of a range.</summary>
    public string? Serial { get; init; }

    /// <summary>What the line is where a command has lines of several kinds.</summary>
    public Movements.MovementKind? Kind { get; init; }

    /// <summary>The reservation that it leaves for.</summary>
    public Commands.CommandKey? Fulfils { get; init; }

    /// <summary>When the stock was counted that this line takes from, or adds to; null when it was not since.</summary>
    public long? CountedFrom { get; init; }

    public long? CountedTo { get; init; }

    /// <summary>Whether it restores what a count saw instead of moving anything by itself.</summary>
    public bool IsCompensation { get; init; }
}
