using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Engine.Tests.Support;

/// <summary>Where a random ledger starts from; printed when a law fails, never shrunk.</summary>
public readonly record struct Seed(int Number)
{
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Seeds from the whole range, whatever the size of the case.</summary>
public static class Seeds
{
    public static Arbitrary<Seed> Any() => Gen.Choose(0, int.MaxValue).Select(number => new Seed(number)).ToArbitrary();
}
