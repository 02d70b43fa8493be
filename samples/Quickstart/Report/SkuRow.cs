using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Report;

/// <summary>One SKU's year: what it sold, what its stock did, and how much it matters.</summary>
internal sealed record SkuRow(SkuSales Sales, StockFigures Stock, Abc Class);
