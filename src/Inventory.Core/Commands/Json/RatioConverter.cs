using System.Globalization;

namespace Inventory.Commands.Json;

/// <summary>A factor: <c>{"numerator":"12","denominator":"1"}</c>.</summary>
internal sealed class RatioConverter : FieldsConverter<Ratio>
{
    protected override string[] Names { get; } = ["numerator", "denominator"];

    protected override bool IsDefault(Ratio value) => value.IsDefault;

    protected override string?[] ToTexts(Ratio value) => [Text(value.Numerator), Text(value.Denominator)];

    protected override Ratio FromTexts(string?[] texts) => new(Parse(texts[0]), Parse(texts[1]));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Parse(string? text) =>
        long.Parse(text ?? string.Empty, NumberStyles.None, CultureInfo.InvariantCulture);
}
