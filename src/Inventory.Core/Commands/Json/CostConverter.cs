namespace Inventory.Commands.Json;

/// <summary>A cost: <c>{"amount":"1.25","of":"unit"}</c>, or of the <c>total</c>.</summary>
internal sealed class CostConverter : FieldsConverter<Cost>
{
    protected override string[] Names { get; } = ["amount", "of"];

    protected override bool IsDefault(Cost value) => !value.IsStated;

    protected override string?[] ToTexts(Cost value) =>
        [DecimalConverter.Text(value.Amount), value.IsPerUnit ? "unit" : "total"];

    protected override Cost FromTexts(string?[] texts) => texts[1] switch
    {
        "unit" => Cost.PerUnit(DecimalConverter.Parse(texts[0])),
        "total" => Cost.Total(DecimalConverter.Parse(texts[0])),
        _ => throw new FormatException("A cost is of a unit or the total."),
    };
}
