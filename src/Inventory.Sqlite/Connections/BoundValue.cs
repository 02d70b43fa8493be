namespace Inventory.Sqlite.Connections;

/// <summary>What a parameter was last bound to, as far as it is worth knowing; <c>default</c> is anything.</summary>
internal readonly struct BoundValue
{
    private readonly Kind _kind;
    private readonly long _number;
    private readonly string? _text;

    private BoundValue(Kind kind, long number, string? text) => (_kind, _number, _text) = (kind, number, text);

    private enum Kind : byte
    {
        Unknown,
        Null,
        Number,
        Text,
    }

    public static BoundValue Null { get; } = new(Kind.Null, 0, null);

    public bool IsNull => _kind == Kind.Null;

    public static BoundValue Of(long number) => new(Kind.Number, number, null);

    public static BoundValue Of(string text) => new(Kind.Text, 0, text);

    public bool Is(long number) => _kind == Kind.Number && _number == number;

    public bool Is(string text) => _kind == Kind.Text && string.Equals(_text, text, StringComparison.Ordinal);
}
