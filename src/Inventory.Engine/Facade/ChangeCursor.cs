namespace Inventory;

/// <summary>A place in the order of applied commands; <c>default</c> is before the first.</summary>
/// <param name="Commit">The number of the commit.</param>
/// <param name="Ordinal">The command's place in it.</param>
public readonly record struct ChangeCursor(long Commit, int Ordinal);
