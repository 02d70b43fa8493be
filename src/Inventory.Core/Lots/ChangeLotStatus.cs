using Inventory.Commands;

namespace Inventory.Lots;

/// <summary>Changes the status of a whole lot or serial, with everything of it in every place.</summary>
/// <remarks>
/// <para>
/// Units that lie in the state that goes with the former status go along to that of the new one; what is in another
/// state, such as a broken unit, stays as it is. Until the lot is released again nothing of it can be sold: what comes
/// in is put in its state. What this takes from promises is taken, and the answer names the promises that are left
/// without cover.
/// </para>
/// <para>
/// A lot that is released, on hold or quarantined may become anything; one that is recalled, expired or damaged may be
/// quarantined or recalled. Refused with <c>NotFound.Sku</c>, <c>Invalid.LotRequired</c> for a SKU without lots,
/// <c>NotFound.Lot</c>, or <c>Conflict.LotTransition</c>.
/// </para>
/// </remarks>
public sealed record ChangeLotStatus : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <param name="status">The status it gets.</param>
    public ChangeLotStatus(CommandKey key, string sku, string lot, LotStatus status)
        : base(key)
    {
        Sku = sku;
        Lot = lot;
        Status = status;
    }

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }

    /// <summary>The lot or serial.</summary>
    public string Lot { get; init; }

    /// <summary>The status it gets.</summary>
    public LotStatus Status { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(70);
        writer.Text(Sku);
        writer.Text(Lot);
        writer.Int((int)Status);
    }
}
