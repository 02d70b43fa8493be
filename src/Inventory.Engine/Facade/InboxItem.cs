using Inventory.Commands;
using NodaTime;

namespace Inventory;

/// <summary>A command that was enqueued in a transaction of the host and is not applied yet.</summary>
/// <param name="Number">Its place in the order of arrival, from 1 and with gaps; never given twice.</param>
/// <param name="Key">The command's key.</param>
/// <param name="Kind">The command's type name, such as <c>ReleaseReservation</c>.</param>
/// <param name="Command">The command; null when what is stored cannot be read.</param>
/// <param name="Enqueued">When it was enqueued, by the engine's clock.</param>
/// <param name="Tried">When it was last refused; null while it waits.</param>
/// <param name="Refusals">Every reason why it was refused; none while it waits.</param>
public sealed record InboxItem(
    long Number, CommandKey Key, string Kind, Command? Command, Instant Enqueued, Instant? Tried,
    IReadOnlyList<InventoryError> Refusals)
{
    /// <summary>Whether it has yet to be applied; else it was refused, and stays so until it is retried.</summary>
    public bool IsWaiting => Refusals.Count == 0;
}
