using NodaTime;

namespace Inventory.Samples.Quickstart.Report;

/// <summary>The FIFO value of all stock at the end of a month.</summary>
internal readonly record struct MonthEndValue(YearMonth Month, decimal FifoValue);
