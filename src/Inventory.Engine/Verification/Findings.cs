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
}
