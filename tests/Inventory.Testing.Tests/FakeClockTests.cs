using NodaTime;

namespace Inventory.Testing.Tests;

public sealed class FakeClockTests
{
    [Fact]
    public void Clock_StandsStill_UntilItIsMoved()
    {
        var clock = new FakeClock();
        var start = clock.Now;

        Assert.Equal(start, clock.GetCurrentInstant());
        Assert.Equal(start + Duration.FromHours(2), clock.Advance(Duration.FromHours(2)));
        Assert.Equal(start + Duration.FromHours(2), clock.GetCurrentInstant());
    }

    [Fact]
    public void Clock_CanBeSet_BackToo()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)) { Now = Instant.FromUtc(2025, 1, 1, 0, 0) };

        Assert.Equal(Instant.FromUtc(2025, 1, 1, 0, 0), clock.GetCurrentInstant());
    }
}
