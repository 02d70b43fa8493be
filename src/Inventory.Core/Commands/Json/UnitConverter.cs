using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inventory.Commands.Json;

/// <summary>A unit of measure: an object of its code, dimension, size and step.</summary>
internal sealed class UnitConverter : JsonConverter<UnitOfMeasure>
{
    private static readonly RatioConverter Ratios = new();

    public override UnitOfMeasure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (code, dimension, size, step) = ((string?)null, (string?)null, default(Ratio), (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "code":
                    code = reader.GetString();
                    break;
                case "dimension":
                    dimension = reader.GetString();
                    break;
                case "size":
                    size = Ratios.Read(ref reader, typeof(Ratio), options);
                    break;
                case "step":
                    step = reader.GetString();
                    break;
                default:
                    throw new JsonException($"A unit has no '{name}'.");
            }
        }

        return new UnitOfMeasure(code!, dimension!, size, DecimalConverter.Parse(step));
    }

    public override void Write(Utf8JsonWriter writer, UnitOfMeasure value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WriteString("dimension", value.Dimension);
        writer.WritePropertyName("size");
        Ratios.Write(writer, value.Size, options);
        writer.WriteString("step", DecimalConverter.Text(value.Step));
        writer.WriteEndObject();
    }
}
