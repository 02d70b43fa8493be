namespace Inventory.Commands.Json;

/// <summary>A quantity: <c>{"amount":"2.5","unit":"kg"}</c>.</summary>
internal sealed class QuantityConverter : FieldsConverter<Quantity>
{
    protected override string[] Names { get; } = ["amount", "unit"];

    protected override bool IsDefault(Quantity value) => value.IsDefault;

    protected override string?[] ToTexts(Quantity value) => [DecimalConverter.Text(value.Amount), value.Unit];

    protected override Quantity FromTexts(string?[] texts) => new(DecimalConverter.Parse(texts[0]), texts[1]!);
}
