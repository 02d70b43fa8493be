using Xunit.v3;

namespace Inventory.TestSupport;

/// <summary>Says which capability, by its ID, a test or a class of tests proves.</summary>
/// <remarks>
/// It becomes the trait <c>Capability</c>: <c>dotnet test --filter Capability=MOV-01</c> runs the proof of one.
/// </remarks>
/// <param name="id">The ID, such as <c>MOV-01</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CapabilityAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait.</summary>
    public const string TraitName = "Capability";

    /// <summary>The ID, such as <c>MOV-01</c>.</summary>
    public string Id { get; } = id;

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(TraitName, Id)];
}
