namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>Something the made-up shop sells.</summary>
/// <param name="Code">Five digits and perhaps a letter.</param>
/// <param name="Description">What the till prints.</param>
/// <param name="Price">Money per each.</param>
/// <param name="MonthWeights">How often it is asked for in each month of the year, relative to the others.</param>
internal sealed record Product(string Code, string Description, decimal Price, IReadOnlyList<int> MonthWeights);
