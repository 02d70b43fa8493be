using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inventory.Commands.Json;

/// <summary>A value of a few texts: an object of them, and an empty one for <c>default</c>.</summary>
internal abstract class FieldsConverter<T> : JsonConverter<T>
{
    /// <summary>The names of its texts.</summary>
    protected abstract string[] Names { get; }

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A {typeof(T).Name} is an object, not a {reader.TokenType}.");
        }

        var texts = new string?[Names.Length];
        var isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            var at = Array.IndexOf(Names, name);
            if (at < 0)
            {
                throw new JsonException($"A {typeof(T).Name} has no '{name}'.");
            }

            reader.Read();
            texts[at] = reader.GetString();
            isEmpty = false;
        }

        return isEmpty ? default! : FromTexts(texts);
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (!IsDefault(value))
        {
            var texts = ToTexts(value);
            for (var i = 0; i < texts.Length; i++)
            {
                writer.WriteString(Names[i], texts[i]);
            }
        }

        writer.WriteEndObject();
    }

    protected abstract bool IsDefault(T value);

    protected abstract string?[] ToTexts(T value);

    protected abstract T FromTexts(string?[] texts);
}
