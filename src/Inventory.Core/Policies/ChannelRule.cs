using System.Text.Json;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>How a SKU is sold in a channel.</summary>
/// <param name="Channel">The channel's number; 0 is all channels.</param>
/// <param name="Rule">The rule.</param>
public sealed record ChannelRule(int Channel, SellingRule Rule)
{
    internal static void Write(Utf8JsonWriter json, ChannelRule rule)
    {
        DetailsText.Write(json, "channel", rule.Channel);
        SellingRule.WriteFields(json, rule.Rule);
    }

    internal static ChannelRule Read(JsonElement json) =>
        new(DetailsText.Small(json, "channel"), SellingRule.ReadFields(json));
}
