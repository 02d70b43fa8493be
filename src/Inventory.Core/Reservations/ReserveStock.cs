using System.Text.Json.Serialization;
using Inventory.Commands;
using NodaTime;

namespace Inventory.Reservations;

/// <summary>Promises available units: they stay on hand, but nobody else can be promised them.</summary>
/// <remarks>
/// Named afterwards by this command's key. All lines are promised together or none. Demand is summed per SKU and
/// pool, kits resolved to their components, before anything is checked: neither splitting a line nor the order of
/// lines changes the outcome. Refused with <c>Conflict.Insufficient</c> per line when fewer units are available.
/// </remarks>
public sealed record ReserveStock : Command
{
    /// <summary>The most lines of one command.</summary>
    public const int LinesMax = 1_000;

    /// <summary>The longest time a hold can be asked for: 400 days.</summary>
    public static Duration TimeToLiveMax { get; } = Duration.FromDays(400);

    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key, which names the reservation.</param>
    /// <param name="lines">1 to 1,000 lines.</param>
    [JsonConstructor]
    public ReserveStock(CommandKey key, params IReadOnlyList<ReservationLine> lines)
        : base(key)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Lines = lines;
    }

    /// <summary>Creates the command with one line.</summary>
    /// <param name="key">The caller's key, which names the reservation.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="quantity">How much, more than zero.</param>
    public ReserveStock(CommandKey key, string sku, string pool, Quantity quantity)
        : this(key, new ReservationLine(sku, quantity, pool))
    {
    }

    /// <summary>What is to be promised.</summary>
    public IReadOnlyList<ReservationLine> Lines { get; init; }

    /// <summary>How firm the promise is; a hold by default.</summary>
    public PromiseKind Kind { get; init; }

    /// <summary>
    /// How long a hold lasts from the moment it is recorded; null is until it is released. Rounded up to the next
    /// second, for more than ten minutes to the next minute, for more than a day to the next hour, UTC.
    /// </summary>
    public Duration? TimeToLive { get; init; }

    /// <summary>The instant up to which a hold lasts, instead of <see cref="TimeToLive"/>; rounded likewise.</summary>
    public Instant? Until { get; init; }

    /// <summary>
    /// Whose hold it is, such as a cart: it is never blocked by its own holds, this one takes the place of those it
    /// has of the same SKUs and pools, and later steps must name it. A limit per customer is one per holder, over all
    /// that it holds, has ordered and was shipped. Null is nobody's.
    /// </summary>
    public string? Holder { get; init; }

    /// <summary>
    /// The day on which the goods must still be good, such as that of delivery; null is the day of the command.
    /// </summary>
    public LocalDate? NeededBy { get; init; }

    /// <summary>
    /// The code of the sales channel: its rules say how much of what is available it may have, and which quantities
    /// may be ordered. Null is none in particular.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>Who waits for stock goes before those of a lower priority; 0 by default.</summary>
    public int Priority { get; init; }

    /// <summary>What to do when less is available than is asked for.</summary>
    public Shortage Shortage { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(9);
        writer.Int((int)Kind);
        writer.OptionalLong(TimeToLive?.BclCompatibleTicks);
        writer.OptionalLong(Until?.ToUnixTimeTicks());
        writer.Text(Holder);
        writer.OptionalLong(NeededBy is { } day ? Ledger.Micros.ToNumber(day) : null);
        writer.Text(Channel);
        writer.Int(Priority);
        writer.Int((int)Shortage);
        writer.Int(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i].WritePayload(ref writer);
        }
    }
}
