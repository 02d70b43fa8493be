using System.Diagnostics;
using System.Reflection;
using Microsoft.FSharp.Core;
using Xunit.v3;

namespace Inventory.TestSupport;

internal sealed class PropertyTestRunner : XunitTestRunner
{
    public static new PropertyTestRunner Instance { get; } = new();

    protected override async ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance)
    {
        ArgumentNullException.ThrowIfNull(ctxt);
        var method = ctxt.Test.TestMethod.Method;
        var started = Stopwatch.GetTimestamp();
        await ctxt.Aggregator.RunAsync(() => new ValueTask(Task.Run(() => Check(method, testClassInstance))));
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Check(MethodInfo method, object? instance)
    {
        var property = method.GetCustomAttribute<PropertyAttribute>()
            ?? throw new InvalidOperationException($"{method} is run as a property but is not marked as one.");
        var config = PropertySettings.Throwing(property.MaxTest, property.Replay).WithArbitrary(property.Arbitrary);
        FsCheck.Check.Method(config, method, FSharpOption<object>.Some(instance!));
    }
}
