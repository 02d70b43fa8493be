using System.Reflection;

namespace Inventory.Core.Tests.Errors;

public sealed class ErrorCodesTests
{
    [Fact]
    public void All_HoldsEveryFieldOnceInOrderOfPrecedence()
    {
        var fields = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ErrorCode>()
            .ToList();

        Assert.Equal(fields.OrderBy(code => code.Precedence), ErrorCodes.All);
        Assert.Equal(fields.Count, ErrorCodes.All.Select(code => code.Precedence).Distinct().Count());
        Assert.Equal(fields.Count, ErrorCodes.All.Select(code => code.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Names_AreOfAFamily() => Assert.All(ErrorCodes.All, code =>
    {
        Assert.Matches("^(Invalid|NotFound|Conflict|Forbidden)\\.[A-Z][A-Za-z]+$", code.Name);
        Assert.Equal(code.Name, code.ToString());
    });

    [Fact]
    public void Texts_AreSentences() => Assert.All(
        ErrorCodes.All.SelectMany(code => new[] { code.Meaning, code.Remedy }),
        text => Assert.Matches("^[A-Z].*\\.$", text));

    [Fact]
    public void Families_FollowEachOther()
    {
        // A malformed request is reported before a request for something unknown, and that before a conflict.
        var last = ErrorCodes.All.Where(code => code.Name.StartsWith("Invalid.", StringComparison.Ordinal))
            .Max(code => code.Precedence);
        var first = ErrorCodes.All.Where(code => code.Name.StartsWith("NotFound.", StringComparison.Ordinal))
            .Min(code => code.Precedence);

        Assert.True(last < first);
    }
}
