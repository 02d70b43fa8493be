using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Ledger;

[Capability("MOV-04")]
public sealed class MicrosTests
{
    private const long MicrosPerDay = 86_400_000_000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_999, 1)]
    [InlineData(2_000, 2)]
    [InlineData(-1, -1)]
    [InlineData(-1_000, -1)]
    [InlineData(-1_001, -2)]
    public void Floor_CutsToTheMicrosecondBefore(long nanoseconds, long micros)
    {
        var instant = NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

        Assert.Equal(micros, Micros.Floor(instant));
        Assert.Equal(nanoseconds % 1_000 == 0 ? micros : null, Micros.TryFrom(instant));
    }

    [Property]
    public void Instants_TurnBack(int seconds, int micros)
    {
        var stored = seconds * 1_000_000L + micros;

        Assert.Equal(stored, Micros.TryFrom(Micros.ToInstant(stored)));
        Assert.Equal(stored, Micros.Floor(Micros.ToInstant(stored) + Duration.FromNanoseconds(999)));
    }

    [Fact]
    public void ToInstant_BeyondTheCalendar_Overflows() =>
        Assert.Throws<OverflowException>(() => Micros.ToInstant(long.MaxValue));

    [Theory]
    [InlineData(0, "UTC", 1970_01_01)]
    [InlineData(MicrosPerDay - 1, "UTC", 1970_01_01)]
    [InlineData(MicrosPerDay, "UTC", 1970_01_02)]
    [InlineData(-1, "UTC", 1969_12_31)]
    [InlineData(-MicrosPerDay, "UTC", 1969_12_31)]
    [InlineData(MicrosPerDay - 1, "Asia/Tokyo", 1970_01_02)]
    [InlineData(0, "America/New_York", 1969_12_31)]
    public void BusinessDate_IsTheDayInItsZone(long micros, string zone, int date) =>
        Assert.Equal(date, Micros.BusinessDate(micros, zone));

    [Fact]
    public void BusinessDate_FollowsSummerTime()
    {
        // In summer London's midnight is 23:00 UTC.
        Assert.Equal(2026_07_01, Micros
            .BusinessDate(Micros.Floor(Instant.FromUtc(2026, 7, 1, 22, 59, 59)), "Europe/London"));
        Assert.Equal(2026_07_02, Micros
            .BusinessDate(Micros.Floor(Instant.FromUtc(2026, 7, 1, 23, 0)), "Europe/London"));
        Assert.Equal(2026_01_01, Micros
            .BusinessDate(Micros.Floor(Instant.FromUtc(2026, 1, 1, 23, 0)), "Europe/London"));
    }

    [Property]
    public void BusinessDate_InUtc_IsTheDayOfTheCalendar(int minutes)
    {
        var micros = minutes * 60_000_000L;

        Assert.Equal(Micros.ToNumber(Micros.ToInstant(micros).InUtc().Date), Micros.BusinessDate(micros, "UTC"));
        Assert.Equal(Micros.BusinessDate(micros, "UTC"), Micros.BusinessDate(micros, "Etc/UTC"));
    }

    [Property]
    public void Dates_TurnBack(ushort days)
    {
        var date = new LocalDate(1970, 1, 1).PlusDays(days);

        Assert.Equal(date, Micros.ToDate(Micros.ToNumber(date)));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Text_IsTheSameInEveryCulture(string culture) => Cultures.Run(culture, () =>
    {
        Assert.Equal("2026-01-05T12:00:00Z", Micros.Text(Times.Start));
        Assert.Equal("2026-01-05T12:00:00.00001Z", Micros.Text(Times.Start + 10));
    });
}
