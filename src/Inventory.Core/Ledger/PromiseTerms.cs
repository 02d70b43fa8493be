namespace Inventory.Ledger;

/// <summary>What a leg of a reservation was agreed on; it never changes.</summary>
/// <param name="Line">The line of the command that made it, from 0.</param>
/// <param name="LineSku">The number of the SKU of that line: a kit, or the leg's own.</param>
/// <param name="PerUnit">Steps of the leg's SKU per step of the line's.</param>
/// <param name="NeededBy">The day on which the goods must still be good, as the number yyyymmdd; 0 is at once.</param>
/// <param name="Priority">Who waits for stock goes before those of a lower priority.</param>
/// <param name="Holder">Who may take the reservation's later steps; null is everybody.</param>
/// <param name="Channel">The number of the sales channel; 0 is none.</param>
public sealed record PromiseTerms(
    int Line, int LineSku, long PerUnit = 1, int NeededBy = 0, int Priority = 0, string? Holder = null,
    int Channel = 0);
