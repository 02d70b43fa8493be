using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>A promise that stock does not cover any more.</summary>
/// <remarks>
/// Where less is there than was promised, holds that end lose their cover before all others, the latest end first;
/// then the youngest promise first.
/// </remarks>
/// <param name="Reservation">The key of the command that made the reservation.</param>
/// <param name="Line">The line of that command, from 0.</param>
/// <param name="Sku">The SKU's code; of a kit that of the component.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="Quantity">How much of it is not covered.</param>
public sealed record PromiseAtRisk(CommandKey Reservation, int Line, string Sku, string Pool, Quantity Quantity);
