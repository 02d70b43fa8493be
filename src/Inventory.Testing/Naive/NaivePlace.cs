using System.Numerics;
using Inventory.Locations;
using NodaTime;

namespace Inventory.Testing.Naive;

/// <summary>A location of the naive model.</summary>
internal sealed record NaivePlace(string Code, LocationKind Kind, NaivePlace? Parent)
{
    public bool IsPool { get; init; }

    public string? TimeZone { get; init; }

    public bool HoldsStock { get; init; }

    public NegativeStock Negative { get; init; }

    public long NegativeLimit { get; init; }

    /// <summary>Where it is in the building; it may be moved.</summary>
    public BinAddress? Address { get; set; }

    /// <summary>How much it may hold; it may be changed.</summary>
    public BinCapacity? Capacity { get; set; }

    /// <summary>Who has frozen this very place, and how; it may be lifted again.</summary>
    public FreezeLocation? Freeze { get; set; }

    /// <summary>This place and those it lies in.</summary>
    public IEnumerable<NaivePlace> Upwards => Parent is null ? [this] : [this, .. Parent.Upwards];

    public bool IsOwn =>
        Kind is not (LocationKind.Supplier or LocationKind.Customer or LocationKind.Production or LocationKind.Loss);

    /// <summary>
    /// The place whose stock is promised: the nearest marked one upwards, a site, or the topmost one below a company.
    /// </summary>
    public NaivePlace? Pool
    {
        get
        {
            if (!IsOwn || Kind == LocationKind.Company)
            {
                return null;
            }

            return IsPool || Kind is LocationKind.Site or LocationKind.Transit ? this : Parent?.Pool ?? this;
        }
    }

    /// <summary>There is one of each, known by its code: what is done to it does not make it another.</summary>
    public bool Equals(NaivePlace? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    public override string ToString() => Code;

    /// <summary>The day of an instant here.</summary>
    public LocalDate Day(long micros) => Instant.FromUnixTimeTicks(micros * 10)
        .InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;

    private string Zone => TimeZone ?? Parent?.Zone ?? "UTC";

    /// <summary>The lowest balance allowed; null is none.</summary>
    public BigInteger? Floor => Negative switch
    {
        NegativeStock.Allow => null,
        NegativeStock.AllowToLimit => -NegativeLimit,
        _ => 0,
    };
}
