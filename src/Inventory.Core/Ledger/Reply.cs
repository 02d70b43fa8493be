namespace Inventory.Ledger;

/// <summary>
/// What an applied command made, as it is stored with the command and given again to whoever repeats it.
/// </summary>
/// <param name="Entries">The entries it appended, with what each cost in the inline book.</param>
/// <param name="Number">The number of the SKU, location or reason that a master data command made; 0 else.</param>
/// <param name="PromiseSku">The SKU whose promise stream a reservation command appended to; 0 else.</param>
/// <param name="AtRisk">Units promised beyond what is sellable, left by a plain truth such as a count; 0 else.</param>
public sealed record Reply(IReadOnlyList<ReplyEntry> Entries, int Number, int PromiseSku, long AtRisk)
{
    /// <summary>An answer that names nothing.</summary>
    public static Reply Empty { get; } = new([], 0, 0, 0);
}
