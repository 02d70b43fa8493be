namespace Inventory.Engine.Tests.Support;

/// <summary>An answer as text, without the commit's number and whether it was given before.</summary>
internal static class AnswerText
{
    public static string Of(Result<Posted> answer) => answer.Match(
        posted => $"{posted.Key} {posted.Recorded} {posted.Number} {posted.AtRisk} {string.Join(' ', posted.Entries)}",
        errors => string.Join(' ', errors));
}
