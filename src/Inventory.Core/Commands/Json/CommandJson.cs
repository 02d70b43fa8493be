using System.Text.Json.Serialization;
using Inventory.Catalog;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Substitutes;
using Inventory.Variants;

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
        typeof(DurationConverter),
    ])]
[JsonSerializable(typeof(DefineSku))]
[JsonSerializable(typeof(ChangeLifecycle))]
[JsonSerializable(typeof(AddIdentifier))]
[JsonSerializable(typeof(DefineLocation))]
[JsonSerializable(typeof(SetAddress))]
[JsonSerializable(typeof(SetCapacity))]
[JsonSerializable(typeof(FreezeLocation))]
[JsonSerializable(typeof(UnfreezeLocation))]
[JsonSerializable(typeof(DefineReason))]
[JsonSerializable(typeof(PostMovement))]
[JsonSerializable(typeof(CountStock))]
[JsonSerializable(typeof(ReverseMovement))]
[JsonSerializable(typeof(DispatchTransfer))]
[JsonSerializable(typeof(ReceiveTransfer))]
[JsonSerializable(typeof(ReserveStock))]
[JsonSerializable(typeof(ReleaseReservation))]
[JsonSerializable(typeof(ConvertReservation))]
[JsonSerializable(typeof(ExtendReservation))]
[JsonSerializable(typeof(AllocateReservation))]
[JsonSerializable(typeof(DeallocateReservation))]
[JsonSerializable(typeof(ReallocateReservation))]
[JsonSerializable(typeof(DefineCategory))]
[JsonSerializable(typeof(DefineChannel))]
[JsonSerializable(typeof(DefineGrade))]
[JsonSerializable(typeof(DefineOwner))]
[JsonSerializable(typeof(DefineVariants))]
[JsonSerializable(typeof(SetCategory))]
[JsonSerializable(typeof(SetMeasures))]
[JsonSerializable(typeof(Lots.SetShelfLife))]
[JsonSerializable(typeof(Lots.ChangeLotStatus))]
[JsonSerializable(typeof(Lots.SetLotRules))]
[JsonSerializable(typeof(SetComponents))]
[JsonSerializable(typeof(SetPacks))]
[JsonSerializable(typeof(SetSelling))]
[JsonSerializable(typeof(SetSubstitutes))]
[JsonSerializable(typeof(SetThresholds))]
[JsonSerializable(typeof(SetVariant))]
internal sealed partial class CommandJson : JsonSerializerContext;
