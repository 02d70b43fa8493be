using Inventory.Commands;
using Inventory.Ledger;
using NodaTime;

namespace Inventory;

/// <summary>One immutable fact of what was promised: a reservation took a step in one pool.</summary>
/// <param name="Sku">The SKU's code; of a kit, the component's.</param>
/// <param name="Version">The fact's place among the promises of its SKU, from 1.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="Owner">The owner's code; null is ourselves.</param>
/// <param name="Grade">The grade's code; null is none.</param>
/// <param name="Step">What was done.</param>
/// <param name="Reservation">
/// The key of the command that made the reservation; null where holds of several have ended.
/// </param>
/// <param name="Leg">Which part of the reservation, from 0.</param>
/// <param name="Held">Change of what is held, in the SKU's base unit.</param>
/// <param name="Expires">When the holds end that <paramref name="Held"/> changes; null is never.</param>
/// <param name="Committed">Change of what is promised to orders.</param>
/// <param name="Backordered">Change of what orders wait for.</param>
/// <param name="Fulfilled">What left with the goods.</param>
/// <param name="Allocated">Change of what is bound to goods.</param>
/// <param name="Goods">The goods that are bound, or were; null where none are.</param>
/// <param name="Recorded">When the store learned it.</param>
/// <param name="Cursor">The command that did it.</param>
public sealed record PromiseFact(
    string Sku, long Version, string Pool, string? Owner, string? Grade, PromiseStep Step, CommandKey? Reservation,
    int Leg, Quantity Held, Instant? Expires, Quantity Committed, Quantity Backordered, Quantity Fulfilled,
    Quantity Allocated, BoundGoods? Goods, Instant Recorded, ChangeCursor Cursor);
