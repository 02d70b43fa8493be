using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Core.Tests.Support;

/// <summary>Makes random steps; an array of them shrinks by leaving steps out.</summary>
internal static class Steps
{
    public static Arbitrary<Step> Any()
    {
        var numbers = Gen.Choose(0, 999).ArrayOf(7);
        return numbers.Select(n => new Step(n[0], n[1], n[2], n[3], n[4], n[5], n[6])).ToArbitrary();
    }
}
