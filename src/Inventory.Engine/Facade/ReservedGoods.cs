using NodaTime;

namespace Inventory;

/// <summary>What one line of a reservation has of one SKU.</summary>
/// <param name="Line">The line of the command that made it, from 0.</param>
/// <param name="Sku">The SKU's code; of a kit that of the component.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="Held">Units held now; zero when the time of the hold is over.</param>
/// <param name="Expires">When the hold ends or has ended; null is never.</param>
/// <param name="Committed">Units committed to the order.</param>
/// <param name="Backordered">Units it waits for.</param>
/// <param name="Fulfilled">Units that have left with the goods.</param>
public sealed record ReservedGoods(
    int Line, string Sku, string Pool, Quantity Held, Instant? Expires, Quantity Committed, Quantity Backordered,
    Quantity Fulfilled);
