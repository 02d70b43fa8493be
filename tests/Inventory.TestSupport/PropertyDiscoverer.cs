using Xunit.Sdk;
using Xunit.v3;

namespace Inventory.TestSupport;

/// <summary>Turns a method with <see cref="PropertyAttribute"/> into one test case.</summary>
public sealed class PropertyDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        var traits = testMethod.Traits.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.ToHashSet(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
        var testCase = new PropertyTestCase(
            details.ResolvedTestMethod,
            details.TestCaseDisplayName,
            details.UniqueID,
            details.Explicit,
            details.SkipReason,
            traits,
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout);
        return ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([testCase]);
    }
}
