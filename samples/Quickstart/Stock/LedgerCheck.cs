namespace Inventory.Samples.Quickstart.Stock;

/// <summary>Whether the ledger holds together.</summary>
/// <param name="IsClean">Nothing was found.</param>
/// <param name="Words">What was checked or found, as a phrase: "636684 entries checked".</param>
internal sealed record LedgerCheck(bool IsClean, string Words);
