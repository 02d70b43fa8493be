namespace Inventory.Commands.Json;

/// <summary>A key: <c>{"text":"order-1","source":"webshop"}</c>.</summary>
internal sealed class CommandKeyConverter : FieldsConverter<CommandKey>
{
    protected override string[] Names { get; } = ["text", "source"];

    protected override bool IsDefault(CommandKey value) => value.IsDefault && value.Source is null;

    protected override string?[] ToTexts(CommandKey value) => [value.Text, value.Source];

    protected override CommandKey FromTexts(string?[] texts) => new(texts[0]!, texts[1]!);
}
