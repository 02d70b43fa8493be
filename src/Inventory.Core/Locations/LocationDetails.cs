using System.Text.Json;
using Inventory.References;

namespace Inventory.Locations;

/// <summary>What many locations do not have, and what may change: an address, a capacity.</summary>
/// <remarks>Immutable. A location without any of it shares <see cref="None"/>.</remarks>
public sealed record LocationDetails
{
    /// <summary>Nothing of it.</summary>
    public static LocationDetails None { get; } = new();

    /// <summary>Where it is in the building and on the pick walk; null is unknown.</summary>
    public BinAddress? Address { get; init; }

    /// <summary>How much it may hold; null is without a limit.</summary>
    public BinCapacity? Capacity { get; init; }

    /// <summary>The details as one canonical JSON object; empty when there are none.</summary>
    public string Text => ReferenceEquals(this, None) ? string.Empty : DetailsText.Write(this, Write);

    /// <summary>Reads details from what a store keeps of them.</summary>
    /// <param name="text">The <see cref="Text"/> of details.</param>
    /// <returns>The details; <see cref="None"/> itself for an empty text.</returns>
    /// <exception cref="FormatException">The text is not what this library writes.</exception>
    public static LocationDetails Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return None;
        }

        using var json = DetailsText.Parse(text);
        var root = json.RootElement;
        var details = new LocationDetails { Address = BinAddress.Read(root), Capacity = BinCapacity.Read(root) };
        DetailsText.CheckCanonical(text, details.Text);
        return details;
    }

    private static void Write(Utf8JsonWriter json, LocationDetails details)
    {
        BinAddress.Write(json, details.Address);
        BinCapacity.Write(json, details.Capacity);
    }
}
