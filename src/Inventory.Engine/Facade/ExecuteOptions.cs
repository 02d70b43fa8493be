using NodaTime;

namespace Inventory;

/// <summary>How one call is treated. Immutable.</summary>
public sealed record ExecuteOptions
{
    /// <summary>The defaults: interactive, with the engine's own time limit.</summary>
    public static ExecuteOptions Default { get; } = new();

    /// <summary>For imports.</summary>
    public static ExecuteOptions Bulk { get; } = new() { Lane = Lane.Bulk };

    /// <summary>How urgent the call is.</summary>
    public Lane Lane { get; init; }

    /// <summary>
    /// How long commands may wait to be taken up; then they are refused with <c>Conflict.Busy</c> and nothing
    /// is written. Null is
    /// <see cref="InventoryOptions.CommandTimeout"/>.
    /// </summary>
    public Duration? Timeout { get; init; }
}
