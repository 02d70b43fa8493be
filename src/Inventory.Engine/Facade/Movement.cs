using Inventory.Movements;
using NodaTime;

namespace Inventory;

/// <summary>One entry of the ledger in the words of the catalogue.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Version">The entry's sequence within its SKU.</param>
/// <param name="Kind">What it is in the trade.</param>
/// <param name="Quantity">How much moved, in the SKU's base unit.</param>
/// <param name="From">The code of the place it left.</param>
/// <param name="FromStatus">Its status there.</param>
/// <param name="To">The code of the place it went to.</param>
/// <param name="ToStatus">Its status there.</param>
/// <param name="Lot">Its lot or serial; null for none.</param>
/// <param name="Effective">When it counts from.</param>
/// <param name="Recorded">When the store learned it.</param>
/// <param name="Occurred">The true date of the fact.</param>
/// <param name="BusinessDate">The day in the pool's time zone.</param>
/// <param name="Cost">The stated cost, in the ledger's currency; null when none was stated.</param>
/// <param name="Counted">What a count saw; null on other entries.</param>
/// <param name="Reverses">The version of the entry that it reverses; null for none.</param>
/// <param name="DocumentLine">The line of the source document; 0 for none.</param>
/// <param name="Cursor">The command that made it.</param>
public sealed record Movement(
    string Sku, long Version, MovementKind Kind, Quantity Quantity, string From, StockStatus FromStatus, string To,
        StockStatus ToStatus,
    string? Lot, Instant Effective, Instant Recorded, Instant Occurred, LocalDate BusinessDate, decimal? Cost,
        Quantity? Counted,
    long? Reverses, int DocumentLine, ChangeCursor Cursor)
{
    /// <summary>The code of the grade it had; null for none.</summary>
    public string? FromGrade { get; init; }

    /// <summary>The code of the grade it has since; null for none.</summary>
    public string? ToGrade { get; init; }

    /// <summary>The code of the owner it had; null for ourselves.</summary>
    public string? FromOwner { get; init; }

    /// <summary>The code of the owner it has since; null for ourselves.</summary>
    public string? ToOwner { get; init; }

    /// <summary>The code of the pool of the place it left; null when that is no own place.</summary>
    public string? FromPool { get; init; }

    /// <summary>The code of the pool of the place it went to; null when that is no own place.</summary>
    public string? ToPool { get; init; }
}
