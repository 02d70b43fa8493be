namespace Inventory.Decisions;

/// <summary>
/// The fewest units at a spot over a stretch of time, and the first instant at which there are so few.
/// </summary>
/// <param name="Quantity">Steps of the base unit.</param>
/// <param name="At">Microseconds since 1970; the start of the stretch when nothing changes in it.</param>
public readonly record struct LowAnswer(long Quantity, long At);
