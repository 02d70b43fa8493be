namespace Inventory.Testing.Naive;

/// <summary>What units must have in common to stand in for one another when they are promised.</summary>
internal sealed record NaivePool(NaivePlace Place, string? Grade, string? Owner);
