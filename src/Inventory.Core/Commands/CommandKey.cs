namespace Inventory.Commands;

/// <summary>The name a caller gives a command so that it can be sent again without a second effect.</summary>
/// <remarks>
/// Unique per ledger and source, kept for ever, compared by ordinal. Malformed keys are refused with
/// <c>Invalid.Key</c> when the command is decided. <c>default</c> is no key and refused likewise.
/// </remarks>
public readonly record struct CommandKey
{
    /// <summary>The longest source or text, in characters.</summary>
    public const int LengthMax = 200;

    /// <summary>Creates a key.</summary>
    /// <param name="text">The key: 1 to 200 characters, none of them control characters.</param>
    /// <param name="source">The system that makes the keys, when several do; empty for one.</param>
    public CommandKey(string text, string source = "")
    {
        Text = text;
        Source = source;
    }

    /// <summary>The key itself; null only in <c>default</c>.</summary>
    public string Text { get; }

    /// <summary>The system that makes the keys; null only in <c>default</c>.</summary>
    public string Source { get; }

    /// <summary>Whether this is <c>default</c>, which is no key.</summary>
    public bool IsDefault => Text is null;

    /// <summary>Makes a key without a source.</summary>
    /// <param name="text">The key's text.</param>
    public static implicit operator CommandKey(string text) => FromString(text);

    /// <summary>Makes a key without a source.</summary>
    /// <param name="text">The key's text.</param>
    /// <returns>The key.</returns>
    public static CommandKey FromString(string text) => new(text);

    /// <summary>The source and the text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.IsNullOrEmpty(Source) ? Text ?? string.Empty : $"{Source}/{Text}";

    internal bool IsValid => Text is { Length: > 0 and <= LengthMax } && Source is { Length: <= LengthMax }
        && Codes.IsPrintable(Text) && Codes.IsPrintable(Source);
}
