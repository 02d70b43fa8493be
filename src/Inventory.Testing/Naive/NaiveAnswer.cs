namespace Inventory.Testing.Naive;

/// <summary>What the naive model says to a command.</summary>
/// <param name="IsAccepted">Whether it takes effect, or took effect before under the same key.</param>
/// <param name="Errors">Why not, each reason once and in order of precedence; empty when accepted.</param>
public sealed record NaiveAnswer(bool IsAccepted, IReadOnlyList<ErrorCode> Errors)
{
    /// <summary>The answer in words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsAccepted ? "accepted" : "refused: " + string.Join(", ", Errors);
}
