using System.Numerics;
using Inventory.Commands;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <summary>
/// One thing that happened, as the naive model remembers it. Money in units of the cost scale, times in microseconds.
/// </summary>
internal sealed record NaiveFact(
    CommandKey Command, int Line, NaiveSku Sku, long Sequence, BigInteger Quantity, NaiveSpot From, NaiveSpot To,
        MovementKind Kind,
    long Recorded, long Effective)
{
    /// <summary>What goods that came in cost, when that was stated.</summary>
    public BigInteger? Cost { get; init; }

    /// <summary>What a count saw.</summary>
    public BigInteger? Counted { get; init; }

    /// <summary>The fact that this one undoes.</summary>
    public NaiveFact? Reverses { get; init; }

    /// <summary>Whether an earlier fact of the SKU counts from a later instant.</summary>
    public bool IsLate { get; init; }

    /// <summary>What it cost in the inline book when it was posted; null when that was not known.</summary>
    public BigInteger? Posted { get; set; }

    /// <summary>1 when goods come in, -1 when they go out, 0 when they do neither.</summary>
    public int Direction => Quantity.IsZero || From.IsOurs == To.IsOurs ? 0 : To.IsOurs ? 1 : -1;

    /// <summary>The lot or serial that moves; null when the SKU has none.</summary>
    public string? Lot => To.Lot;

    /// <summary>What it changes at a spot.</summary>
    public BigInteger ChangeAt(NaiveSpot spot) => (To == spot ? Quantity : 0) - (From == spot ? Quantity : 0);
}
