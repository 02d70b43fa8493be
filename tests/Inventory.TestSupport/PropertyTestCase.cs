using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Inventory.TestSupport;

/// <summary>One property, run by FsCheck instead of by a plain call of the method.</summary>
public sealed class PropertyTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For deserialisation by the test framework only.</summary>
    [Obsolete("Called by the deserializer", error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PropertyTestCase()
    {
    }

    internal PropertyTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool @explicit,
        string? skipReason,
        Dictionary<string, HashSet<string>> traits,
        string? sourceFilePath,
        int? sourceLineNumber,
        int? timeout)
        : base(
            testMethod,
            displayName,
            uniqueId,
            @explicit,
            skipReason: skipReason,
            traits: traits,
            sourceFilePath: sourceFilePath,
            sourceLineNumber: sourceLineNumber,
            timeout: timeout)
    {
    }

    /// <inheritdoc />
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        // The display name and the skip reason are the test case's: a property is exactly one test.
        var tests = await aggregator.RunAsync(CreateTests, []);
        return await PropertyTestCaseRunner.Instance.Run(
            this,
            tests,
            messageBus,
            aggregator,
            cancellationTokenSource,
            TestCaseDisplayName,
            SkipReason,
            explicitOption,
            constructorArguments);
    }
}
