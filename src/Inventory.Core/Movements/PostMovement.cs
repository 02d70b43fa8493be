using Inventory.Commands;
using NodaTime;

namespace Inventory.Movements;

/// <summary>Moves stock: one or more lines of one kind that become true together or not at all.</summary>
/// <remarks>
/// Demand is summed per SKU, place, lot and status before anything is checked, so splitting a line never changes the
/// outcome, and what one line brings in another line of the same command cannot take out. All errors of the command
/// are reported together.
/// </remarks>
public sealed record PostMovement : Command
{
    /// <summary>The most lines of one command.</summary>
    public const int LinesMax = 4_096;

    /// <summary>The most serials that the ranges of one command name.</summary>
    public const int SerialsMax = 100_000;

    /// <summary>Creates a movement.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="kind">The kind; counts and reversals have commands of their own.</param>
    /// <param name="lines">1 to 4,096 lines.</param>
    public PostMovement(CommandKey key, MovementKind kind, params IReadOnlyList<MovementLine> lines)
        : base(key)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Kind = kind;
        Lines = lines;
    }

    /// <summary>What the movement is.</summary>
    public MovementKind Kind { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<MovementLine> Lines { get; init; }

    /// <summary>When it counts from; null is now. Orders every answer about the past.</summary>
    public Instant? Effective { get; init; }

    /// <summary>The true date of a fact whose period is closed; null is <see cref="Effective"/>.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>The code of the reason; required for adjustments and scrap.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do when the stock was counted after <see cref="Effective"/>.</summary>
    public CountedPolicy AfterCount { get; init; }

    /// <summary>The sum the lines of an opening load must have, in base units; null checks nothing.</summary>
    public decimal? ControlTotal { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(5);
        writer.Int((int)Kind);
        writer.OptionalLong(Effective?.ToUnixTimeTicks());
        writer.OptionalLong(Occurred?.ToUnixTimeTicks());
        writer.Text(Reason);
        writer.Int((int)AfterCount);
        writer.Flag(ControlTotal is not null);
        writer.Decimal(ControlTotal ?? 0);
        writer.Int(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i].WritePayload(ref writer);
        }
    }
}
