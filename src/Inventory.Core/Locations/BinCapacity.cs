using System.Text.Json;
using Inventory.References;

namespace Inventory.Locations;

/// <summary>How much a bin may hold. Each limit that is set holds by itself.</summary>
/// <remarks>
/// Counts whatever lies there, of every lot, status, owner and grade. Immutable.
/// </remarks>
public sealed record BinCapacity
{
    /// <summary>The most base units of all SKUs together; null is without a limit.</summary>
    public long? Units { get; init; }

    /// <summary>The most grams; null is without a limit.</summary>
    public long? Grams { get; init; }

    /// <summary>The most millilitres; null is without a limit.</summary>
    public long? Millilitres { get; init; }

    /// <summary>The most pallets; null is without a limit.</summary>
    public long? Pallets { get; init; }

    /// <summary>The most distinct SKUs; null is without a limit.</summary>
    public long? Skus { get; init; }

    /// <summary>What becomes of goods that there is no room for.</summary>
    public CapacityPolicy Policy { get; init; }

    /// <summary>The limits that are set.</summary>
    public IEnumerable<(CapacityMeasure Measure, long Limit)> Limits =>
        from measure in Enum.GetValues<CapacityMeasure>()
        where LimitOf(measure) is not null
        select (measure, LimitOf(measure)!.Value);

    internal bool IsSound => Limits.All(limit => limit.Limit >= 0);

    private long? LimitOf(CapacityMeasure measure) => measure switch
    {
        CapacityMeasure.Units => Units,
        CapacityMeasure.Grams => Grams,
        CapacityMeasure.Millilitres => Millilitres,
        CapacityMeasure.Pallets => Pallets,
        _ => Skus,
    };

    internal static void Write(Utf8JsonWriter json, BinCapacity? capacity)
    {
        if (capacity is not null)
        {
            json.WriteStartObject("capacity");
            DetailsText.WriteOptional(json, "units", capacity.Units);
            DetailsText.WriteOptional(json, "grams", capacity.Grams);
            DetailsText.WriteOptional(json, "millilitres", capacity.Millilitres);
            DetailsText.WriteOptional(json, "pallets", capacity.Pallets);
            DetailsText.WriteOptional(json, "skus", capacity.Skus);
            DetailsText.Write(json, "policy", (int)capacity.Policy);
            json.WriteEndObject();
        }
    }

    internal static BinCapacity? Read(JsonElement parent) => !parent.TryGetProperty("capacity", out var capacity)
        ? null
        : new BinCapacity
        {
            Units = DetailsText.OptionalNumber(capacity, "units"),
            Grams = DetailsText.OptionalNumber(capacity, "grams"),
            Millilitres = DetailsText.OptionalNumber(capacity, "millilitres"),
            Pallets = DetailsText.OptionalNumber(capacity, "pallets"),
            Skus = DetailsText.OptionalNumber(capacity, "skus"),
            Policy = (CapacityPolicy)DetailsText.Small(capacity, "policy"),
        };
}
