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

    internal PropertyTestCase(IXunitTestMethod method, IFactAttribute fact, string name, string id)
        : base(
            method,
            name,
            id,
            fact.Explicit,
            skipReason: fact.Skip,
            skipType: fact.SkipType,
            skipUnless: fact.SkipUnless,
            skipWhen: fact.SkipWhen,
            traits: TraitsOf(method),
            sourceFilePath: fact.SourceFilePath,
            sourceLineNumber: fact.SourceLineNumber,
            timeout: fact.Timeout)
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

    private static Dictionary<string, HashSet<string>> TraitsOf(IXunitTestMethod method) => method.Traits.ToDictionary(
        trait => trait.Key,
        trait => trait.Value.ToHashSet(StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);
}
