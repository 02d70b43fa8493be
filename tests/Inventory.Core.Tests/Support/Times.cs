using Inventory.Ledger;
using NodaTime;

namespace Inventory.Core.Tests.Support;

/// <summary>Instants of the tests' calendar.</summary>
internal static class Times
{
    /// <summary>Noon of a Monday, before anything happens.</summary>
    public static readonly long Start = Micros.Floor(Instant.FromUtc(2026, 1, 5, 12, 0));

    /// <summary>An instant some minutes after the start; before it when negative.</summary>
    public static Instant Minute(int minutes) => Micros.ToInstant(Start) + Duration.FromMinutes(minutes);
}
