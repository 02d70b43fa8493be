namespace Inventory.Samples.Quickstart.Report;

/// <summary>How many SKUs are in a class, and what they made.</summary>
internal sealed record ClassTotal(Abc Class, int SkuCount, decimal RevenueNet);
