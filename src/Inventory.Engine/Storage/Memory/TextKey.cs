namespace Inventory.Storage.Memory;

/// <summary>A text as part of a key: compared by ordinal, never by culture.</summary>
internal readonly record struct TextKey(string Text) : IComparable<TextKey>
{
    public int CompareTo(TextKey other) => string.CompareOrdinal(Text, other.Text);
}
