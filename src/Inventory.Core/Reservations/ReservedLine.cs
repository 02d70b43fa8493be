using NodaTime;

namespace Inventory.Reservations;

/// <summary>What one line of a reservation got.</summary>
/// <param name="Line">The line of the command that made the reservation, from 0.</param>
/// <param name="Pool">The code of the pool it was promised from.</param>
/// <param name="Promised">Units that are promised.</param>
/// <param name="Backordered">Units that are waited for.</param>
/// <param name="Expires">When the hold ends; null is never.</param>
public sealed record ReservedLine(int Line, string Pool, Quantity Promised, Quantity Backordered, Instant? Expires);
