namespace Inventory.Commands;

/// <summary>The host's document that a command comes from; searchable both ways.</summary>
/// <param name="Type">What it is, such as <c>order</c>; 1 to 200 characters.</param>
/// <param name="Id">Its identifier in the host; 1 to 200 characters.</param>
/// <param name="Uri">Where to find it, an absolute or relative URI; optional.</param>
public sealed record SourceDocument(string Type, string Id, string? Uri = null);
