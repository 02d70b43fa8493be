namespace Inventory.Samples.Quickstart.Input;

/// <summary>The input cannot be used as it is. The message tells its owner where and why.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    private const int ShownLengthMax = 60;

    /// <summary>A field that breaks a rule: its row, its column, what stands there and what should.</summary>
    public static InputException AtField(int row, string column, ReadOnlySpan<char> value, string rule) =>
        new($"Row {row}, column {column}: \"{Shown(value)}\" {rule}.");

    public static InputException AtRow(int row, string rule) => new($"Row {row}: {rule}.");

    // A field may hold anything, line ends and megabytes included; an error message should not.
    private static string Shown(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> head = value.Length > ShownLengthMax ? value[..ShownLengthMax] : value;
        string shown = string.Create(head.Length, head, static (to, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
        return value.Length > ShownLengthMax ? shown + "..." : shown;
    }
}
