namespace Inventory;

/// <summary>What became of the commands of the inbox.</summary>
/// <param name="Applied">How many are in the ledger now and have left the inbox.</param>
/// <param name="Refused">How many were refused and stay listed with their reasons.</param>
public sealed record InboxRun(int Applied, int Refused);
