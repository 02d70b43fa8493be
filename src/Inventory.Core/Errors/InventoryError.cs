namespace Inventory;

/// <summary>One reason why a command was refused. Nothing was written.</summary>
/// <param name="Code">The kind of refusal, from <see cref="ErrorCodes"/>.</param>
/// <param name="Target">The field it is about, such as <c>lines[2].quantity</c>.</param>
/// <param name="Actual">The value that was found, as culture-invariant text; null when there is none.</param>
/// <param name="Allowed">What would have been accepted; null when no value would.</param>
/// <param name="Message">An English sentence: what was asked, what was found, what to do.</param>
public sealed record InventoryError(ErrorCode Code, string Target, string? Actual, string? Allowed, string Message)
{
    /// <summary>The code and the sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code.Name} ({Target}): {Message}";
}
