namespace Inventory.Engine.Tests.Interleaving;

/// <summary>What came of a run.</summary>
/// <param name="Breach">What is wrong, with the schedule and its steps; null when nothing is.</param>
/// <param name="Outcome">What each command was answered.</param>
/// <param name="Schedule">The text of the schedule.</param>
/// <param name="Trace">The steps.</param>
/// <param name="Faults">How many calls to the store failed.</param>
internal sealed record Verdict(string? Breach, string Outcome, string Schedule, string Trace, int Faults);
