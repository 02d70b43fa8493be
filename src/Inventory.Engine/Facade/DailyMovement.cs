using Inventory.Movements;
using NodaTime;

namespace Inventory;

/// <summary>What one kind of movement did to one pool on one business date.</summary>
/// <param name="Pool">The pool's code.</param>
/// <param name="Date">The day in the pool's time zone.</param>
/// <param name="Kind">The kind of movement.</param>
/// <param name="In">Units that came into the pool.</param>
/// <param name="Out">Units that left the pool.</param>
/// <param name="CostIn">The stated cost of what came in.</param>
/// <param name="Movements">How many entries make the totals.</param>
public sealed record DailyMovement(
    string Pool, LocalDate Date, MovementKind Kind, Quantity In, Quantity Out, decimal CostIn, int Movements);
