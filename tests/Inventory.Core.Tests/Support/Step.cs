namespace Inventory.Core.Tests.Support;

/// <summary>The random choices from which one command is made.</summary>
public sealed record Step(int Op, int Sku, int From, int To, int Quantity, int Back, int Extra);
