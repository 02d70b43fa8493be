namespace Inventory.Kits;

/// <summary>A component as a command names it.</summary>
/// <param name="Sku">The component's code.</param>
/// <param name="Quantity">How much of it goes into one base unit of the kit; positive, in one of its units.</param>
public sealed record KitPart(string Sku, Quantity Quantity);
