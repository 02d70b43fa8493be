namespace Inventory.Inbox;

/// <summary>A refusal as it is stored.</summary>
internal sealed record RefusalLine(string Code, string Target, string? Actual, string? Allowed, string Message);
