using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inventory.Commands.Json;

/// <summary>An exact decimal, as text: most readers of JSON take a number for binary floating point.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static decimal Parse(string? text) => decimal.Parse(
        text ?? throw new JsonException("An amount is missing."),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
