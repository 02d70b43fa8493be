using Inventory.Commands;
using NodaTime;

namespace Inventory.Movements;

/// <summary>
/// Undoes an applied movement, wholly or in part, by counter-entries linked to the originals and at their cost.
/// </summary>
/// <remarks>
/// Refused with <c>NotFound.Command</c>, <c>Conflict.Lifecycle</c> for a blocked SKU, <c>Conflict.AlreadyReversed</c>
/// when more would be reversed than was moved, or <c>Conflict.Insufficient</c> when the goods have moved on; the
/// message names what is left.
/// </remarks>
public sealed record ReverseMovement : Command
{
    /// <summary>Creates a reversal of all lines.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="original">The key of the movement to undo.</param>
    public ReverseMovement(CommandKey key, CommandKey original)
        : base(key) => Original = original;

    /// <summary>The key of the movement to undo.</summary>
    public CommandKey Original { get; init; }

    /// <summary>The line to undo, from 0; null is every line.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// How much of the line to undo, in any unit of the SKU; null is all that is left. Needs <see cref="Line"/>.
    /// </summary>
    public Quantity? Quantity { get; init; }

    /// <summary>When it counts from; null is now. Not before the original.</summary>
    public Instant? Effective { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(7);
        writer.Text(Original.Source);
        writer.Text(Original.Text);
        writer.Int(Line ?? -1);
        writer.Flag(Quantity is not null);
        writer.Decimal(Quantity?.Amount ?? 0);
        writer.Text(Quantity?.Unit);
        writer.OptionalLong(Effective?.ToUnixTimeTicks());
    }
}
