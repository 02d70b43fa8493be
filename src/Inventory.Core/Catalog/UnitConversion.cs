namespace Inventory.Catalog;

/// <summary>
/// An exact factor between two units, true for one SKU: one <paramref name="From"/> is <paramref name="Factor"/> of
/// <paramref name="To"/>.
/// </summary>
/// <param name="From">The unit's code, such as <c>case</c>.</param>
/// <param name="To">The other unit's code, such as <c>ea</c>.</param>
/// <param name="Factor">How many of <paramref name="To"/> make one of <paramref name="From"/>.</param>
/// <param name="Step">The smallest step of <paramref name="From"/>; positive.</param>
public sealed record UnitConversion(string From, string To, Ratio Factor, decimal Step = 1);
