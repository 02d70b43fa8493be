namespace Inventory.Commands;

/// <summary>Who sent a command, with which device, through which channel. Each at most 200 characters.</summary>
/// <param name="Actor">The person or system; null is anonymous.</param>
/// <param name="Device">The device, such as a scanner's name.</param>
/// <param name="Channel">The integration, such as <c>webshop</c>.</param>
public sealed record Stamp(string? Actor, string? Device = null, string? Channel = null);
