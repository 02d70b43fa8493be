using Inventory.Decisions;

namespace Inventory.Core.Tests.Support;

/// <summary>What became of a command: the facts it made, or the errors it was refused with.</summary>
internal sealed record Outcome(ChangeSet? Posted, IReadOnlyList<InventoryError>? Refused)
{
    public override string ToString() => Refused is null ? "posted" : string.Join(" ", Refused);
}
