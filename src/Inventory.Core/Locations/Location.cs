namespace Inventory.Locations;

/// <summary>A place that stock moves from or to, with the pool its stock is promised from.</summary>
/// <remarks>
/// Immutable. Counterparties (supplier, customer, production, loss) have no pool and are not own stock.
/// </remarks>
public sealed record Location
{
    /// <summary>The location's immutable number in its ledger, dense from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The code as people write it.</summary>
    public required string Code { get; init; }

    /// <summary>The name; may be empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What the location is.</summary>
    public required LocationKind Kind { get; init; }

    /// <summary>The number of the location it lies in; 0 at the top.</summary>
    public int Parent { get; init; }

    /// <summary>Whether stock may lie here.</summary>
    public bool HoldsStock { get; init; }

    /// <summary>Whether this location is a pool by itself, although it is no site.</summary>
    public bool IsPool { get; init; }

    /// <summary>
    /// The number of the location that pools its stock: the nearest marked one upwards, else the site; 0 for
    /// counterparties.
    /// </summary>
    public int Pool { get; init; }

    /// <summary>The IANA time zone in which business dates are reckoned, such as <c>Europe/London</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How far stock may fall below zero here.</summary>
    public NegativeStock Negative { get; init; }

    /// <summary>
    /// The limit for <see cref="NegativeStock.AllowToLimit"/>, in steps of the base unit; zero or more.
    /// </summary>
    public long NegativeLimit { get; init; }

    /// <summary>What many locations do not have: an address, a capacity.</summary>
    public LocationDetails Details { get; init; } = LocationDetails.None;

    /// <summary>The freeze of this very location; null when there is none. Those above it count as well.</summary>
    public Freeze? Freeze { get; init; }

    /// <summary>What two spellings of one code have in common.</summary>
    public string CodeKey => Commands.Codes.Fold(Code);

    /// <summary>Whether goods here are in our hands: every place but the counterparties.</summary>
    public bool IsOwn =>
        Kind is not (LocationKind.Supplier or LocationKind.Customer or LocationKind.Production or LocationKind.Loss);

    /// <summary>Whether it is a bin that holds stock: those know what lies in them, and may be limited.</summary>
    public bool IsStockedBin => Kind == LocationKind.Bin && HoldsStock;

    /// <summary>The lowest balance allowed per SKU, lot and status, in steps of the base unit.</summary>
    public long Floor => Negative switch
    {
        NegativeStock.AllowToLimit => -NegativeLimit,
        NegativeStock.Allow => long.MinValue,
        _ => 0,
    };

    /// <summary>The hash over the location; stored beside it so that an edit shows.</summary>
    /// <returns>The first 128 bits of the SHA-256 over the canonical bytes.</returns>
    public Commands.Digest ComputeCheck()
    {
        var writer = new Commands.PayloadWriter(stackalloc byte[512]);
        writer.Int(Number);
        writer.Text(Code);
        writer.Text(Name);
        writer.Int((int)Kind);
        writer.Int(Parent);
        writer.Flag(HoldsStock);
        writer.Flag(IsPool);
        writer.Int(Pool);
        writer.Text(TimeZone);
        writer.Int((int)Negative);
        writer.Long(NegativeLimit);
        writer.Flag(Freeze is not null);
        writer.Int(Freeze is null ? 0 : (int)Freeze.Direction);
        writer.Int(Freeze is null ? 0 : (int)Freeze.Purpose);
        writer.Text(Freeze?.Owner);
        writer.OptionalLong(Freeze?.Until is { } until ? Ledger.Micros.Floor(until) : null);
        writer.Text(Details.Text);
        var digest = writer.ToDigest();
        writer.Dispose();
        return digest;
    }
}
