namespace Inventory.Testing.Tests.Naive;

/// <summary>
/// One command of a random story, as plain numbers: what they mean is decided when the story is told, so that
/// they shrink.
/// </summary>
public sealed record Step(byte Kind, byte Sku, byte Place, byte Quantity, byte Time, byte Extra);
