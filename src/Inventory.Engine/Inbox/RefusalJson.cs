using System.Text.Json.Serialization;

namespace Inventory.Inbox;

/// <summary>What the compiler knows of the refusals' JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RefusalLine[]))]
internal sealed partial class RefusalJson : JsonSerializerContext;
