using Inventory.Commands;
using NodaTime;

namespace Inventory;

/// <summary>One applied command and what it made.</summary>
/// <param name="Cursor">Its place in the order of all; send the last one back to go on from there.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Kind">The command's type name, such as <c>PostMovement</c>.</param>
/// <param name="Recorded">When it was applied.</param>
/// <param name="Stamp">Who sent it.</param>
/// <param name="Document">The host's document.</param>
/// <param name="Movements">The ledger entries it made, in order of its lines.</param>
/// <param name="Number">The number of the SKU, location or reason it made or changed; 0 else.</param>
public sealed record Change(
    ChangeCursor Cursor, CommandKey Key, string Kind, Instant Recorded, Stamp? Stamp, SourceDocument? Document,
    IReadOnlyList<Movement> Movements, int Number);
