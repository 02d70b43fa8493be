using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Pages;

/// <summary>The list of refusals is the one in the code.</summary>
public sealed class ErrorReferenceTests
{
    [Fact]
    public void Errors_AreThoseOfTheCode()
    {
        var page = Page.Of("docs/reference/errors.md");
        page.ShouldRead(GeneratedTable.Fill(page.Text, _ => GeneratedTable.Of(
            ["Code", "In C#", "What was found", "What to do"],
            ErrorCodes.All.Select(Row))));
    }

    private static string[] Row(ErrorCode code) =>
        [$"`{code.Name}`", $"`{FieldOf(code)}`", code.Meaning, code.Remedy];

    private static string FieldOf(ErrorCode code) => typeof(ErrorCodes).GetFields()
        .Single(field => ReferenceEquals(field.GetValue(null), code)).Name;
}
