using NodaTime;

namespace Inventory.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
/// <remarks>Safe for use from several threads.</remarks>
public sealed class FakeClock : IClock
{
    private readonly object _lock = new();
    private Instant _now;

    /// <summary>Creates a clock at noon on 2 January 2026, UTC.</summary>
    public FakeClock()
        : this(Instant.FromUtc(2026, 1, 2, 12, 0))
    {
    }

    /// <summary>Creates a clock.</summary>
    /// <param name="now">What it shows.</param>
    public FakeClock(Instant now) => _now = now;

    /// <summary>What the clock shows; may be set to any instant, back in time too.</summary>
    public Instant Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }

        set
        {
            lock (_lock)
            {
                _now = value;
            }
        }
    }

    /// <summary>Moves the clock on, or back when the duration is negative.</summary>
    /// <param name="duration">By how much.</param>
    /// <returns>What the clock shows afterwards.</returns>
    public Instant Advance(Duration duration)
    {
        lock (_lock)
        {
            _now += duration;
            return _now;
        }
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Now;
}
