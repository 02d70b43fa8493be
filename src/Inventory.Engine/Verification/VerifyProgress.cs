namespace Inventory.Verification;

/// <summary>How far a check or rebuild has come.</summary>
/// <param name="Done">SKUs done.</param>
/// <param name="Total">SKUs in all.</param>
public readonly record struct VerifyProgress(int Done, int Total);
