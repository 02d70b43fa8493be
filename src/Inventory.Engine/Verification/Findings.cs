using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>Collects findings up to the limit.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public void Add(string table, string row, string message)
    {
        if (_all.Count < VerifyReport.FindingsMax)
        {
            _all.Add(new Finding(table, row, message));
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding.Table, finding.Row, finding.Message);
        }
    }

    /// <summary>
    /// Checks a part of the ledger; rows that make no sense to whoever reads or folds them are a finding, too.
    /// </summary>
    /// <remarks>
    /// Whoever verifies wants to hear of all damage, so this is the one place that catches what nobody else does.
    /// </remarks>
    /// <returns>Whether it could be read to its end.</returns>
    public async ValueTask<bool> CheckAsync(string table, string row, Func<ValueTask> check)
    {
        try
        {
            await check().ConfigureAwait(false);
            return true;
        }
        catch (Exception damage) when (damage is not (OperationCanceledException or InventoryStoreException
            or ObjectDisposedException or OutOfMemoryException))
        {
            Add(table, row, $"cannot be read or folded: {damage.Message}");
            return false;
        }
    }
}
