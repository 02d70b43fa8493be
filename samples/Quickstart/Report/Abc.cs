namespace Inventory.Samples.Quickstart.Report;

/// <summary>A: the SKUs that make most of the revenue. C: the long tail.</summary>
internal enum Abc
{
    A,
    B,
    C,
}
