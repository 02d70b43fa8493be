using Inventory.Commands;

namespace Inventory.Storage;

/// <summary>A row with the hash that was stored beside it.</summary>
/// <typeparam name="T">The row's type.</typeparam>
/// <param name="Row">The row as it is.</param>
/// <param name="Check">The hash as it was when the row was written.</param>
public sealed record Checked<T>(T Row, Digest Check);
