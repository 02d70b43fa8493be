using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace Inventory.TestSupport;

/// <summary>Marks a method as a law: FsCheck makes its arguments, and shrinks them when the law fails.</summary>
/// <remarks>
/// The method returns nothing (it asserts), <c>bool</c>, <c>Task</c>, <c>Task&lt;bool&gt;</c> or an FsCheck
/// <c>Property</c>.
/// </remarks>
/// <param name="sourceFilePath">Filled in by the compiler.</param>
/// <param name="sourceLineNumber">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(PropertyDiscoverer))]
public sealed class PropertyAttribute(
    [CallerFilePath] string? sourceFilePath = null,
    [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>How many cases to try, before the multiplier of the environment.</summary>
    public int MaxTest { get; set; } = PropertySettings.MaxTestDefault;

    /// <summary>A replay triple, <c>seed,gamma,size</c>, to pin a found failure; null for fresh randomness.</summary>
    public string? Replay { get; set; }

    /// <summary>Types whose public static methods each return an <c>Arbitrary&lt;T&gt;</c>.</summary>
    public Type[] Arbitrary { get; set; } = [];
}
