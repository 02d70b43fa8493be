namespace Inventory.Policies;

/// <summary>A value that holds, and where it was set.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it was set.</param>
public readonly record struct Effective<T>(T Value, PolicyOrigin Origin);
