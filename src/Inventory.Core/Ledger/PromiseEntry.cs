namespace Inventory.Ledger;

/// <summary>One immutable fact of the second stream: a leg of a reservation took a step on a position.</summary>
/// <remarks>Quantities are changes, in steps of the base unit; times are microseconds since 1970.</remarks>
public sealed record PromiseEntry
{
    /// <summary>The SKU's number.</summary>
    public required int Sku { get; init; }

    /// <summary>Dense per SKU in this stream, from 1; given inside the commit, 0 before.</summary>
    public long Sequence { get; init; }

    /// <summary>The pool, owner and grade.</summary>
    public required PositionKey Position { get; init; }

    /// <summary>The leg; <see cref="LegKey.None"/> where holds of several are settled.</summary>
    public required LegKey Leg { get; init; }

    /// <summary>What it did.</summary>
    public required PromiseStep Step { get; init; }

    /// <summary>Change of the units held.</summary>
    public long Held { get; init; }

    /// <summary>
    /// When the holds end that <see cref="Held"/> changes; 0 is never. For a settlement: those up to here.
    /// </summary>
    public long Expires { get; init; }

    /// <summary>Change of the units committed.</summary>
    public long Committed { get; init; }

    /// <summary>Change of the units waited for.</summary>
    public long Backordered { get; init; }

    /// <summary>Units that left with the goods.</summary>
    public long Fulfilled { get; init; }

    /// <summary>Change of the units bound to <see cref="Spot"/>.</summary>
    public long Allocated { get; init; }

    /// <summary>The goods that units are bound to; null where none are.</summary>
    public Spot? Spot { get; init; }

    /// <summary>Whether the bound units have been picked.</summary>
    public bool IsPicked { get; init; }

    /// <summary>What was agreed on, where the leg was made; null on its later steps.</summary>
    public PromiseTerms? Terms { get; init; }

    /// <summary>When the store learned it.</summary>
    public required long Recorded { get; init; }

    /// <summary>The commit that wrote this fact; 0 before.</summary>
    public long Commit { get; init; }

    /// <summary>The command's place in that commit.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The hash of the fact's canonical bytes; <c>default</c> before the commit.</summary>
    public Commands.Digest Check { get; init; }

    /// <summary>The fact as a commit writes it: numbered, and with its hash.</summary>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="commit">The commit's number.</param>
    /// <returns>The fact.</returns>
    public PromiseEntry Number(long sequence, long commit)
    {
        var leg = Leg.IsReservation && Leg.Commit == 0 ? Leg with { Commit = commit } : Leg;
        var numbered = this with { Sequence = sequence, Commit = commit, Leg = leg };
        return numbered with { Check = numbered.ComputeCheck() };
    }

    /// <summary>The hash that <see cref="Check"/> must have.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[256]);
        writer.Int(Sku);
        writer.Long(Sequence);
        writer.Int(Position.Pool);
        writer.Int(Position.Owner);
        writer.Int(Position.Grade);
        writer.Long(Leg.Commit);
        writer.Int(Leg.Ordinal);
        writer.Int(Leg.Leg);
        writer.Int((int)Step);
        writer.Long(Held);
        writer.Long(Expires);
        writer.Long(Committed);
        writer.Long(Backordered);
        writer.Long(Fulfilled);
        writer.Long(Allocated);
        writer.Flag(IsPicked);
        writer.Flag(Spot is not null);
        if (Spot is { } spot)
        {
            writer.Int(spot.Place);
            writer.Long(spot.Lot);
        }

        writer.Flag(Terms is not null);
        if (Terms is { } terms)
        {
            writer.Int(terms.Line);
            writer.Int(terms.LineSku);
            writer.Long(terms.PerUnit);
            writer.Int(terms.NeededBy);
            writer.Int(terms.Priority);
            writer.Text(terms.Holder);
            writer.Int(terms.Channel);
        }

        writer.Long(Recorded);
        writer.Long(Commit);
        writer.Int(Ordinal);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
