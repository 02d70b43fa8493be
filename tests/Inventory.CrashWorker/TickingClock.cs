using NodaTime;

namespace Inventory.CrashWorker;

/// <summary>A clock of its own time: a millisecond passes each time somebody looks.</summary>
internal sealed class TickingClock : IClock
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 8, 0);

    private long _looks;

    public Instant GetCurrentInstant() => Start + Duration.FromMilliseconds(Interlocked.Increment(ref _looks));
}
