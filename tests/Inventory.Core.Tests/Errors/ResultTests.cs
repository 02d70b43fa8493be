namespace Inventory.Core.Tests.Errors;

public sealed class ResultTests
{
    private static readonly InventoryError Late =
        new(ErrorCodes.Insufficient, "lines[1].quantity", "3", "2", "Too much.");
    private static readonly InventoryError Early = new(ErrorCodes.InvalidKey, "key", null, null, "No key.");
    private static readonly InventoryError Later =
        new(ErrorCodes.Insufficient, "lines[0].quantity", "3", "2", "Too much.");

    [Fact]
    public void Success_HasAValueAndNoErrors()
    {
        var result = new Result<int>(7);

        Assert.True(result.Succeeded);
        Assert.Equal(7, result.Value);
        Assert.Equal(7, result.GetValueOrThrow());
        Assert.Empty(result.Errors);
        Assert.Equal("7", result.ToString());
        Assert.Equal("value 7", result.Match(value => $"value {value}", _ => "errors"));
    }

    [Fact]
    public void Refusal_ListsErrorsByPrecedenceThenAsFound()
    {
        var result = new Result<int>([Late, Early, Later]);

        Assert.False(result.Succeeded);
        Assert.Equal([Early, Late, Later], result.Errors);
        Assert.Equal(3, result.Match(_ => 0, errors => errors.Count));
        var thrown = Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.Contains("Invalid.Key (key): No key. Conflict.Insufficient", thrown.Message, StringComparison.Ordinal);
        Assert.StartsWith("Invalid.Key (key): No key.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_KeepsItsErrorsWhenTheListChanges()
    {
        var found = new List<InventoryError> { Late };
        var result = new Result<int>(found);

        found.Clear();

        Assert.Equal([Late], result.Errors);
    }

    [Fact]
    public void Refusal_WithoutErrors_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Result<int>(new List<InventoryError>()));
        Assert.Throws<ArgumentNullException>(() => new Result<int>((IReadOnlyCollection<InventoryError>)null!));
    }

    [Fact]
    public void Default_IsAFailureWithoutErrors()
    {
        var result = default(Result<string>);

        Assert.False(result.Succeeded);
        Assert.Empty(result.Errors);
        Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.Equal(string.Empty, result.ToString());
    }

    [Fact]
    public void Match_WithoutAFunction_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Result<int>(1).Match<int>(null!, _ => 0));
        Assert.Throws<ArgumentNullException>(() => new Result<int>(1).Match(_ => 0, null!));
    }
}
