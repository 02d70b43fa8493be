using Inventory.Commands;
using NodaTime;

namespace Inventory;

/// <summary>A line of a transfer of which something is still on its way.</summary>
/// <param name="Key">The key of the command that dispatched it, which names the transfer.</param>
/// <param name="Line">The line of that command, from 0.</param>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Lot">The lot or serial; null for what has none.</param>
/// <param name="From">The code of the place it left.</param>
/// <param name="Via">The code of the transit place it lies at.</param>
/// <param name="To">The code of the place it goes to.</param>
/// <param name="Dispatched">How much left.</param>
/// <param name="InTransit">How much is on its way: dispatched less received, written off and taken back.</param>
/// <param name="Effective">When it left.</param>
public sealed record OpenTransfer(
    CommandKey Key, int Line, string Sku, string? Lot, string From, string Via, string To, Quantity Dispatched,
    Quantity InTransit, Instant Effective);
