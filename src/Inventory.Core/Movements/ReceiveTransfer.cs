using Inventory.Commands;
using NodaTime;

namespace Inventory.Movements;

/// <summary>The second step of a transfer: goods arrive, or are written off. As many times as it takes.</summary>
/// <remarks>
/// <para>
/// On its way is what was dispatched less what was received, written off and taken back by a reversal. What was
/// received is not reversed: send the goods back by another transfer.
/// </para>
/// <para>
/// Refused with <c>NotFound.Command</c>, <c>Invalid.Movement</c>, <c>Invalid.Location</c>, <c>Invalid.Quantity</c>,
/// <c>Invalid.Reason</c> where something is written off or too much without one, <c>Invalid.Time</c>,
/// <c>Conflict.Lifecycle</c>, <c>Conflict.Frozen</c>, or <c>Conflict.OverReceipt</c>.
/// </para>
/// </remarks>
public sealed record ReceiveTransfer : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="transfer">The key of the command that dispatched the goods.</param>
    /// <param name="lines">What arrived, 1 to 4,096 lines.</param>
    public ReceiveTransfer(CommandKey key, CommandKey transfer, params IReadOnlyList<ArrivalLine> lines)
        : base(key)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Transfer = transfer;
        Lines = lines;
    }

    /// <summary>The key of the command that dispatched the goods.</summary>
    public CommandKey Transfer { get; init; }

    /// <summary>What arrived.</summary>
    public IReadOnlyList<ArrivalLine> Lines { get; init; }

    /// <summary>The code of the reason for what is written off, and for what arrived too much.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// How much more than was dispatched may arrive with the last of a line, as a share of what was dispatched, 0 to 1.
    /// It is taken up as found, against the loss location.
    /// </summary>
    public decimal Tolerance { get; init; }

    /// <summary>When it counts from; null is now. Not before the dispatch.</summary>
    public Instant? Effective { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(63);
        writer.Text(Transfer.Source);
        writer.Text(Transfer.Text);
        writer.Text(Reason);
        writer.Decimal(Tolerance);
        writer.OptionalLong(Effective?.ToUnixTimeTicks());
        writer.Int(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i].WritePayload(ref writer);
        }
    }
}
