using System.Text.Json.Serialization;
using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Commands.Json;

/// <summary>What the compiler knows of the commands' JSON, so that nothing is found out by reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(DecimalConverter), typeof(QuantityConverter), typeof(CostConverter), typeof(RatioConverter),
        typeof(UnitConverter), typeof(CommandKeyConverter), typeof(InstantConverter), typeof(LocalDateConverter),
    ])]
[JsonSerializable(typeof(DefineSku))]
[JsonSerializable(typeof(ChangeLifecycle))]
[JsonSerializable(typeof(AddIdentifier))]
[JsonSerializable(typeof(DefineLocation))]
[JsonSerializable(typeof(DefineReason))]
[JsonSerializable(typeof(PostMovement))]
[JsonSerializable(typeof(CountStock))]
[JsonSerializable(typeof(ReverseMovement))]
[JsonSerializable(typeof(ReserveStock))]
[JsonSerializable(typeof(ReleaseReservation))]
internal sealed partial class CommandJson : JsonSerializerContext;
