using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>What all entries of one command share.</summary>
/// <param name="Kind">The movement's kind.</param>
/// <param name="Occurred">The true date of the fact.</param>
/// <param name="HasOccurred">Whether that date was given; else every entry occurred when it is effective.</param>
/// <param name="Reason">The reason's number; 0 for none.</param>
internal readonly record struct EntryHeader(MovementKind Kind, long Occurred, bool HasOccurred, int Reason);
