namespace Inventory.Verification;

/// <summary>What a check of the whole ledger found.</summary>
/// <param name="Skus">SKUs checked.</param>
/// <param name="Entries">Entries checked.</param>
/// <param name="Commands">Applied commands checked.</param>
/// <param name="Findings">
/// What contradicts the ledger, at most <see cref="FindingsMax"/>; the first of a SKU is its first wrong entry.
/// </param>
public sealed record VerifyReport(long Skus, long Entries, long Commands, IReadOnlyList<Finding> Findings)
{
    /// <summary>The most findings that are listed.</summary>
    public const int FindingsMax = 1_000;

    /// <summary>Whether everything is as the ledger says.</summary>
    public bool IsClean => Findings.Count == 0;
}
