using Inventory.Commands;
using NodaTime;

namespace Inventory.Movements;

/// <summary>The first step of a transfer: goods leave for another place and are on their way.</summary>
/// <remarks>
/// <para>
/// They lie at a transit place until <see cref="ReceiveTransfer"/> names them: still ours, at their value, and not for
/// sale. The key of this command is the transfer's name. Reversing it takes back what is still on its way.
/// </para>
/// <para>
/// Refused like a <see cref="PostMovement"/> of kind <see cref="MovementKind.Transfer"/>, and with
/// <c>Invalid.Location</c> for a destination or transit place that cannot be one.
/// </para>
/// </remarks>
public sealed record DispatchTransfer : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key, which names the transfer.</param>
    /// <param name="to">The code of the place that the goods go to.</param>
    /// <param name="lines">What leaves, 1 to 4,096 lines; each names where from, and none where to.</param>
    public DispatchTransfer(CommandKey key, string to, params IReadOnlyList<MovementLine> lines)
        : base(key)
    {
        ArgumentNullException.ThrowIfNull(lines);
        To = to;
        Lines = lines;
    }

    /// <summary>The code of the place that the goods go to.</summary>
    public string To { get; init; }

    /// <summary>What leaves.</summary>
    public IReadOnlyList<MovementLine> Lines { get; init; }

    /// <summary>The code of the transit place that they lie at meanwhile.</summary>
    public string Via { get; init; } = "TRANSIT";

    /// <summary>When it counts from; null is now.</summary>
    public Instant? Effective { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(62);
        writer.Text(To);
        writer.Text(Via);
        writer.OptionalLong(Effective?.ToUnixTimeTicks());
        writer.Int(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i].WritePayload(ref writer);
        }
    }

    /// <summary>The same as a movement; goods keep their status on the way.</summary>
    internal PostMovement ToMovement() => new(
        Key, MovementKind.Dispatch, [.. Lines.Select(line => line with { To = Via, ToStatus = line.FromStatus })])
    {
        Effective = Effective,
    };
}
