using Inventory.Valuation;

namespace Inventory.Core.Tests.Support;

/// <summary>How a harness works.</summary>
/// <param name="Method">The inline book's method; null for none.</param>
/// <param name="CostScale">Decimals kept in value.</param>
/// <param name="RequireActor">Whether anonymous commands are refused.</param>
/// <param name="LoadsEverything">Whether each decision sees all rows, instead of what it asked for.</param>
/// <param name="WholeBooks">Whether books open with all layers, instead of as many as were asked for.</param>
internal sealed record HarnessOptions(
    CostMethod? Method = CostMethod.Fifo, int CostScale = 4, bool RequireActor = false, bool LoadsEverything = false,
    bool WholeBooks = false);
