using NodaTime;

namespace Inventory;

/// <summary>How one call is treated. Immutable.</summary>
public sealed record ExecuteOptions
{
    /// <summary>The defaults: interactive, with the engine's own time limit.</summary>
    public static ExecuteOptions Default { get; } = new();

    /// <summary>For imports.</summary>
    public static ExecuteOptions Bulk { get; } = new() { Lane = Lane.Bulk };

    /// <summary>For commands that take effect together or not at all.</summary>
    public static ExecuteOptions AllOrNothing { get; } = new() { Atomic = true };

    /// <summary>The most commands an atomic call may have.</summary>
    public const int AtomicMax = 1_000;

    /// <summary>
    /// Whether the commands of the call take effect together, in one transaction, or not at all. When one is refused,
    /// the others are refused with <c>Conflict.GroupRefused</c>; what was applied before stays so. A command that
    /// undoes or predates another of the same call is refused with <c>Invalid.Group</c>, and so are more than
    /// <see cref="AtomicMax"/> commands.
    /// </summary>
    public bool Atomic { get; init; }

    /// <summary>How urgent the call is.</summary>
    public Lane Lane { get; init; }

    /// <summary>
    /// How long commands may wait to be taken up; then they are refused with <c>Conflict.Busy</c> and nothing is
    /// written. Null is <see cref="InventoryOptions.CommandTimeout"/>.
    /// </summary>
    public Duration? Timeout { get; init; }
}
