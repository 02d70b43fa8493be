namespace Inventory.Verification;

/// <summary>One contradiction.</summary>
/// <param name="Table">The kind of row, such as <c>entry</c> or <c>balance</c>.</param>
/// <param name="Row">Which row: its key in words.</param>
/// <param name="Message">What is there and what the ledger says should be.</param>
public sealed record Finding(string Table, string Row, string Message)
{
    /// <summary>The finding as one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Table} {Row}: {Message}";
}
