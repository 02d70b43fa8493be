namespace Inventory.Movements;

/// <summary>What became of one line of a transfer, or of a part of it.</summary>
/// <param name="Line">The line of the transfer, from 0.</param>
/// <param name="Received">How much has arrived; null is nothing.</param>
public sealed record ArrivalLine(int Line, Quantity? Received)
{
    /// <summary>How much will never arrive and is written off; null is nothing.</summary>
    public Quantity? Lost { get; init; }

    /// <summary>The code of the place it is put, of the destination's pool; null is the destination itself.</summary>
    public string? To { get; init; }

    internal void WritePayload(ref Commands.PayloadWriter writer)
    {
        writer.Int(Line);
        Write(ref writer, Received);
        Write(ref writer, Lost);
        writer.Text(To);
    }

    private static void Write(ref Commands.PayloadWriter writer, Quantity? quantity)
    {
        writer.Flag(quantity is not null);
        writer.Decimal(quantity?.Amount ?? 0);
        writer.Text(quantity?.Unit);
    }
}
