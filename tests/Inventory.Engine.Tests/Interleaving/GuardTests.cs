using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Each guard is needed: without it there is an order of steps that breaks a promise, and the search finds it. With it
/// there is none.
/// </summary>
[Capability("INT-11")]
public sealed class GuardTests(ITestOutputHelper output)
{
    private const int SchedulesMax = 100;

    [Theory]
    [InlineData(nameof(Guard.HeadVersion), "two receipts of one SKU")]
    [InlineData(nameof(Guard.HeadVersion), "two arrivals of one transfer")]
    [InlineData(nameof(Guard.PositionAtLeast), "two reserves of one unit")]
    [InlineData(nameof(Guard.ReservationHeld), "a reservation released twice")]
    [InlineData(nameof(Guard.CatalogVersion), "a block on the SKU against a receipt")]
    [InlineData(nameof(Guard.CatalogVersion), "a freeze against a receipt")]
    [InlineData(nameof(Guard.CatalogVersion), "two freezes of one place (warm)")]
    [InlineData(nameof(Guard.CatalogVersion), "a block of an empty lot against a receipt into it")]
    [InlineData(nameof(Guard.CatalogVersion), "two statuses of an empty lot (warm)")]
    [InlineData(nameof(Guard.HeadVersion), "a block of a lot against an issue of it")]
    [InlineData(nameof(Guard.CatalogVersion), "two new SKUs")]
    [InlineData(nameof(Guard.CatalogVersion), "a capacity against a receipt into the bin")]
    [InlineData(nameof(Guard.BinAsBefore), "two receipts into the last room of a bin")]
    [InlineData(nameof(Guard.RecordedNotBeforeLast), "receipts by clocks that differ")]
    [InlineData(nameof(Guard.CommandKey), "the same key at two engines")]
    [InlineData(nameof(Guard.FreshRefusal), "a reserve against a receipt (warm)")]
    public async Task WithoutOneGuard_ThereIsABreach(string guard, string scenario)
    {
        var found = await ExploreAsync(Enum.Parse<Guard>(guard), scenario);

        Assert.NotNull(found.Breach);
        Assert.Null((await ExploreAsync(Guard.None, scenario)).Breach);
    }

    /// <summary>
    /// That nothing held falls below zero is a second line behind what a reservation holds: it takes both guards away
    /// to release one reservation twice.
    /// </summary>
    [Fact]
    public async Task NotBelowZero_IsASecondLine()
    {
        const string Scenario = "the only reservation released twice";

        Assert.Null((await ExploreAsync(Guard.NotBelowZero, Scenario)).Breach);
        Assert.Null((await ExploreAsync(Guard.ReservationHeld, Scenario)).Breach);
        Assert.NotNull((await ExploreAsync(Guard.NotBelowZero | Guard.ReservationHeld, Scenario)).Breach);
    }

    /// <summary>That nobody waits for less than nothing is a second line, too.</summary>
    [Fact]
    public async Task NotWaitedForBelowZero_IsASecondLine() =>
        Assert.Null((await ExploreAsync(Guard.ReservationHeld, "two orders that wait are given up")).Breach);

    private async Task<Exploration> ExploreAsync(Guard removed, string scenario)
    {
        var found = await Exploration.AllAsync(Scenarios.Find(scenario), StoreKind.Memory, removed, most: SchedulesMax);
        output.WriteLine($"{scenario}, without {removed}: {found.Schedules} schedules; {found.Breach ?? "no breach"}");
        Assert.True(found.Schedules < SchedulesMax, "The search was cut short.");
        return found;
    }
}
