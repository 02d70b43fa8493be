using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Inventory.References;

/// <summary>
/// Sparse details as canonical JSON: properties in one order, absent where not set, amounts as exact decimal texts.
/// </summary>
internal static class DetailsText
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The object, or an empty text for one without properties.</summary>
    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        return buffer.WrittenCount == 2 ? string.Empty : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The object of a text; an empty text has no properties.</summary>
    public static JsonDocument Parse(string text) => JsonDocument.Parse(text.Length == 0 ? "{}" : text);

    /// <summary>Refuses a text that means the same and is written otherwise: it was edited.</summary>
    public static void CheckCanonical(string text, string canonical)
    {
        if (!string.Equals(text, canonical, StringComparison.Ordinal))
        {
            throw new FormatException($"The details '{text}' are not in their canonical form '{canonical}'.");
        }
    }

    /// <summary>A list of objects; nothing for an empty one.</summary>
    public static void Write<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } given)
        {
            json.WriteString(name, StepCount.Text(given));
        }
    }

    public static void Write(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } given)
        {
            json.WriteBoolean(name, given);
        }
    }

    /// <summary>A number; nothing for the one that stands for none.</summary>
    public static void Write(Utf8JsonWriter json, string name, long number, long none = 0)
    {
        if (number != none)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void WriteOptional(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    public static void Write(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } given)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(given));
        }
    }

    public static List<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        var values = new List<T>();
        if (parent.TryGetProperty(name, out var list))
        {
            values.AddRange(list.EnumerateArray().Select(read));
        }

        return values;
    }

    public static decimal? Amount(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
            ? decimal.Parse(value.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;

    public static long Number(JsonElement parent, string name, long none = 0) =>
        parent.TryGetProperty(name, out var value) ? value.GetInt64() : none;

    public static int Small(JsonElement parent, string name, int none = 0) => (int)Number(parent, name, none);

    public static int? OptionalSmall(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static long? OptionalNumber(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    public static bool? OptionalFlag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetBoolean() : null;

    public static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    public static LocalDate? Day(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
            ? LocalDatePattern.Iso.Parse(value.GetString()!).GetValueOrThrow()
            : null;
}
