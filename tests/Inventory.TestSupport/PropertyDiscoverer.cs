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
        var testCase = new PropertyTestCase(
            details.ResolvedTestMethod,
            factAttribute,
            details.TestCaseDisplayName,
            details.UniqueID);
        return ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([testCase]);
    }
}
