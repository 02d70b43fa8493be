using Inventory.Commands;
using Inventory.References;

namespace Inventory.Ledger;

/// <summary>
/// The one row of a ledger: its settings, the counters of the catalogue, and how far its history has come.
/// </summary>
/// <param name="Ledger">The ledger's number in its database.</param>
/// <param name="Name">The ledger's name.</param>
/// <param name="Currency">The currency of all costs.</param>
/// <param name="CostScale">Decimals kept in value, 0 to 9.</param>
/// <param name="RequireActor">Whether anonymous commands are refused.</param>
/// <param name="CatalogVersion">Raised by every commit that changes master data.</param>
/// <param name="Skus">How many SKUs there are; the next gets the number after it.</param>
/// <param name="Locations">How many locations there are.</param>
/// <param name="Reasons">How many reasons there are.</param>
/// <param name="LastCommit">The number of the last commit; dense from 1.</param>
/// <param name="LastRecorded">When the last commit was recorded, in microseconds since 1970.</param>
public sealed record LedgerState(
    int Ledger, string Name, Currency Currency, int CostScale, bool RequireActor, long CatalogVersion,
    int Skus, int Locations, int Reasons, long LastCommit, long LastRecorded)
{
    /// <summary>How many rows each code list has.</summary>
    public ReferenceCounts References { get; init; }

    /// <summary>
    /// The hash over the settings, which no command changes; stored beside them so that an edit shows.
    /// </summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Digest ComputeCheck()
    {
        var writer = new PayloadWriter(stackalloc byte[128]);
        writer.Int(Ledger);
        writer.Text(Name);
        writer.Text(Currency.Code);
        writer.Int(Currency.Digits);
        writer.Int(CostScale);
        writer.Flag(RequireActor);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
