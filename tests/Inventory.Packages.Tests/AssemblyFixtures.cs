using Inventory.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackedPackages))]
