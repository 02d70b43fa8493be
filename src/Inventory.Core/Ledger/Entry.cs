using Inventory.Commands;
using Inventory.Movements;

namespace Inventory.Ledger;

/// <summary>One immutable fact of the ledger: a quantity of one SKU went from one spot to another.</summary>
/// <remarks>
/// Times are microseconds since 1970-01-01T00:00Z. Every entry balances by itself, because suppliers, customers and
/// losses are places too. <see cref="Chain"/> is a hash over the entry's canonical bytes and the chain of the entry
/// before it in its SKU.
/// </remarks>
public sealed record Entry
{
    private Digest _chain;

    /// <summary>The SKU's number.</summary>
    public required int Sku { get; init; }

    /// <summary>The entry's sequence within its SKU: dense from 1, in the order the store learned the facts.</summary>
    public required long Sequence { get; init; }

    /// <summary>
    /// Whole steps of the SKU's base unit: more than zero, but for a count that found the book right.
    /// </summary>
    public required long Quantity { get; init; }

    /// <summary>Where it left.</summary>
    public required Spot From { get; init; }

    /// <summary>Where it went.</summary>
    public required Spot To { get; init; }

    /// <summary>What the movement is in the trade.</summary>
    public required MovementKind Kind { get; init; }

    /// <summary>When the store learned it; never decreases within a SKU.</summary>
    public required long Recorded { get; init; }

    /// <summary>When it counts from.</summary>
    public required long Effective { get; init; }

    /// <summary>The true date of a fact whose period was closed; else equal to <see cref="Effective"/>.</summary>
    public required long Occurred { get; init; }

    /// <summary>The day in the time zone of the pool, as the number yyyymmdd.</summary>
    public required int BusinessDate { get; init; }

    /// <summary>The stated cost of incoming goods at the ledger's cost scale; null when none was stated.</summary>
    public long? Cost { get; init; }

    /// <summary>The reason's number; 0 is none.</summary>
    public int Reason { get; init; }

    /// <summary>What a count saw at its place, in steps; null on all other entries.</summary>
    public long? Counted { get; init; }

    /// <summary>The sequence of the entry that this one reverses; 0 is none.</summary>
    public long Reverses { get; init; }

    /// <summary>The effective instant of the entry that this one reverses.</summary>
    public long ReversesEffective { get; init; }

    /// <summary>Whether an earlier sequence has a later effective instant.</summary>
    public bool IsLate { get; init; }

    /// <summary>The line of the command that made it, from 0.</summary>
    public int Line { get; init; }

    /// <summary>The line of the source document; 0 is none.</summary>
    public int DocumentLine { get; init; }

    /// <summary>The number of the commit that wrote it; 0 before.</summary>
    public long Commit { get; init; }

    /// <summary>The command's place in its commit, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>The hash of this entry and of all of its SKU before it.</summary>
    public Digest Chain
    {
        get => _chain;
        init => _chain = value;
    }

    /// <summary>Its place in time.</summary>
    public EntryKey Key => new(Effective, Sequence);

    // Set once, when the entry takes its place behind the one before it.
    internal void SetChain(Digest chain) => _chain = chain;
}
