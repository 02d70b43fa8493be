namespace Inventory.Movements;

/// <summary>One SKU's quantity on its way from one place to another.</summary>
/// <remarks>
/// The side a kind implies may be left out: a receipt comes from <c>SUPPLIER</c>, an issue goes to <c>CUSTOMER</c>.
/// </remarks>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Quantity">How much, more than zero, in the SKU's base unit or one that converts to it.</param>
public sealed record MovementLine(string Sku, Quantity Quantity)
{
    /// <summary>The code of the place it leaves; null takes the kind's counterparty.</summary>
    public string? From { get; init; }

    /// <summary>The code of the place it goes to; null takes the kind's counterparty.</summary>
    public string? To { get; init; }

    /// <summary>
    /// The lot or serial; required exactly where the SKU is tracked, unless a rule of it says otherwise.
    /// </summary>
    public string? Lot { get; init; }

    /// <summary>
    /// Serials that move together, in the place of <see cref="Lot"/>: as many as the line's quantity. Their cost is
    /// shared out evenly. Null for none.
    /// </summary>
    public IReadOnlyList<Lots.SerialRange>? Serials { get; init; }

    /// <summary>
    /// The dates of the lot or serial, where it comes in: what is left out follows from the SKU's shelf life. Null
    /// gives none.
    /// </summary>
    public Lots.LotDates? Dates { get; init; }

    /// <summary>The status it has where it leaves; ignored for counterparties.</summary>
    public StockStatus FromStatus { get; init; }

    /// <summary>The status it gets where it arrives; ignored for counterparties.</summary>
    public StockStatus ToStatus { get; init; }

    /// <summary>
    /// What it costs; required where goods become ours by a receipt, opening, customer return or change of owner,
    /// allowed on finds, nowhere else.
    /// </summary>
    public Cost Cost { get; init; }

    /// <summary>What to do with a quantity that is no whole number of steps.</summary>
    public Rounding Rounding { get; init; }

    /// <summary>The version of the SKU that the caller saw; the command is refused when it has moved on.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>
    /// The key of the reservation that the goods leave for: an issue, or a transfer out of the pool, that fulfils it.
    /// </summary>
    public Commands.CommandKey? Reservation { get; init; }

    /// <summary>The line of the source document; 0 for none.</summary>
    public int DocumentLine { get; init; }

    /// <summary>The code of the grade it has where it leaves; null is none, as of goods that are new.</summary>
    public string? Grade { get; init; }

    /// <summary>
    /// The code of the grade it gets by a change of grade, null for none; of all other movements it stays null, and the
    /// grade is kept.
    /// </summary>
    public string? ToGrade { get; init; }

    /// <summary>The code of the owner it has where it leaves; null is ourselves.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// The code of the owner it gets by a change of owner, null for ourselves; of all other movements it stays null,
    /// and the owner is kept.
    /// </summary>
    public string? ToOwner { get; init; }

    internal void WritePayload(ref Commands.PayloadWriter writer)
    {
        writer.Text(Sku);
        writer.Decimal(Quantity.Amount);
        writer.Text(Quantity.Unit);
        writer.Text(From);
        writer.Text(To);
        writer.Text(Lot);
        writer.Int((int)FromStatus);
        writer.Int((int)ToStatus);
        writer.Flag(Cost.IsStated);
        writer.Flag(Cost.IsPerUnit);
        writer.Decimal(Cost.Amount);
        writer.Int((int)Rounding);
        writer.OptionalLong(ExpectedVersion);
        writer.Text(Reservation?.Source);
        writer.Text(Reservation?.Text);
        writer.Int(DocumentLine);
        writer.Text(Grade);
        writer.Text(ToGrade);
        writer.Text(Owner);
        writer.Text(ToOwner);
        Lots.LotDates.Write(ref writer, Dates);
        writer.Int(Serials?.Count ?? -1);
        for (var i = 0; i < Serials?.Count; i++)
        {
            Serials[i].WritePayload(ref writer);
        }
    }
}
