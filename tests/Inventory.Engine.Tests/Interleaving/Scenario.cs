using Inventory.Commands;
using Inventory.Testing.Storage;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Callers of several engines, and the ledger that they find.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Setting">What was applied before, by an engine that has ended.</param>
/// <param name="Callers">Who sends what where, each one call after the other.</param>
internal sealed record Scenario(string Name, IReadOnlyList<Command> Setting, IReadOnlyList<Caller> Callers)
{
    /// <summary>
    /// Whether every engine knows the stock from before; then it decides on what it remembers. Else it loads.
    /// </summary>
    public bool IsWarm { get; init; }

    /// <summary>Whether the clock of every other engine lags behind.</summary>
    public bool ClocksDiffer { get; init; }

    /// <summary>Whether brief holds have ended by the clocks that do not lag when the callers send.</summary>
    public bool Ends { get; init; }

    /// <summary>
    /// Calls to the store that fail once: by which engine, which of its calls, from 1, before or after its effect.
    /// </summary>
    public IReadOnlyList<(int Engine, int Call, CallMoment Moment)> Faults { get; init; } = [];

    public int Engines => Callers.Max(caller => caller.Engine);

    public override string ToString() => Name + (IsWarm ? " (warm)" : "");
}

/// <summary>Somebody who sends calls to one engine.</summary>
/// <param name="Engine">The engine's number, from 1.</param>
/// <param name="Calls">The commands of each call.</param>
internal sealed record Caller(int Engine, params IReadOnlyList<Command>[] Calls)
{
    /// <summary>Whether the commands of a call take effect together or not at all.</summary>
    public bool IsAtomic { get; init; }
}
