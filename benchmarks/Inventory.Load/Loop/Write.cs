namespace Inventory.Load.Loop;

/// <summary>One row to write.</summary>
/// <param name="Rows">Where it is, and the statement for it.</param>
/// <param name="Row">Which.</param>
internal readonly record struct Write(RowBuffer Rows, int Row);
