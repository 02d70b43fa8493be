using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class ShopClock(Instant now) : IClock
{
    private Instant _now = now;

    public Instant GetCurrentInstant() => _now;

    public void MoveTo(Instant now) => _now = now;
}
