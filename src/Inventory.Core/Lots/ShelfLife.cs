using System.Text.Json;
using Inventory.References;

namespace Inventory.Lots;

/// <summary>How long units of a SKU keep, from which the dates of its lots follow where they are not given.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Days">
/// Days from production to use-by, 1 to <see cref="DaysMax"/>; counted from the receipt where the production is unknown.
/// </param>
/// <param name="RemovalDays">How many days before use-by it must leave the shelf, 0 to <paramref name="Days"/>.</param>
/// <param name="AlertDays">How many days before use-by somebody should look after it, 0 to <paramref name="Days"/>.</param>
public sealed record ShelfLife(int Days, int RemovalDays = 0, int AlertDays = 0)
{
    /// <summary>The longest shelf life, a hundred years.</summary>
    public const int DaysMax = 36_525;

    internal bool IsSound => Days is >= 1 and <= DaysMax && RemovalDays >= 0 && RemovalDays <= Days
        && AlertDays >= 0 && AlertDays <= Days;

    internal static void Write(Utf8JsonWriter json, ShelfLife? life)
    {
        if (life is not null)
        {
            json.WriteStartObject("shelfLife");
            DetailsText.Write(json, "days", life.Days);
            DetailsText.Write(json, "removalDays", life.RemovalDays);
            DetailsText.Write(json, "alertDays", life.AlertDays);
            json.WriteEndObject();
        }
    }

    internal static ShelfLife? Read(JsonElement parent) => !parent.TryGetProperty("shelfLife", out var life) ? null
        : new ShelfLife(
            DetailsText.Small(life, "days"), DetailsText.Small(life, "removalDays"),
            DetailsText.Small(life, "alertDays"));
}
