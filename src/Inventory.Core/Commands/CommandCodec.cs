using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Inventory.Commands.Json;

namespace Inventory.Commands;

/// <summary>Commands as data: what an inbox keeps until it is applied, and what a host may send elsewhere.</summary>
/// <remarks>
/// <para>
/// The form is JSON, <c>{"version":1,"kind":"ReserveStock","command":{...}}</c>: the kind is the command's type name,
/// the fields are its properties in camel case, all of them written. Amounts are texts of exact decimals, so that no
/// reader takes them for binary floating point; instants and dates are ISO 8601, enumerations their names. A value
/// that is <c>default</c>, such as a cost that was not stated, is <c>{}</c>.
/// </para>
/// <para>
/// What was written is read back with the same payload hash, so a command that was stored and is sent again is still
/// the same command. A field or kind that this version does not know is refused and never dropped.
/// </para>
/// <para>Needs no reflection. Safe for use from several threads.</para>
/// </remarks>
public static class CommandCodec
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every kind of command: a test fails for one that is missing here.
    internal static readonly FrozenDictionary<string, JsonTypeInfo> Kinds = new JsonTypeInfo[]
    {
        CommandJson.Default.DefineSku, CommandJson.Default.ChangeLifecycle, CommandJson.Default.AddIdentifier,
        CommandJson.Default.DefineLocation, CommandJson.Default.SetAddress, CommandJson.Default.SetCapacity,
        CommandJson.Default.FreezeLocation,
        CommandJson.Default.UnfreezeLocation, CommandJson.Default.DefineReason, CommandJson.Default.PostMovement,
        CommandJson.Default.CountStock, CommandJson.Default.ReverseMovement, CommandJson.Default.DispatchTransfer,
        CommandJson.Default.ReceiveTransfer, CommandJson.Default.ReserveStock,
        CommandJson.Default.ReleaseReservation, CommandJson.Default.ConvertReservation,
        CommandJson.Default.ExtendReservation, CommandJson.Default.AllocateReservation,
        CommandJson.Default.DeallocateReservation, CommandJson.Default.ReallocateReservation,
        CommandJson.Default.DefineCategory, CommandJson.Default.DefineChannel, CommandJson.Default.DefineGrade,
        CommandJson.Default.DefineOwner, CommandJson.Default.DefineVariants, CommandJson.Default.SetCategory,
        CommandJson.Default.SetShelfLife, CommandJson.Default.ChangeLotStatus, CommandJson.Default.SetMeasures,
        CommandJson.Default.SetLotRules,
        CommandJson.Default.SetComponents, CommandJson.Default.SetPacks, CommandJson.Default.SetSelling,
        CommandJson.Default.SetSubstitutes, CommandJson.Default.SetThresholds, CommandJson.Default.SetVariant,
    }.ToFrozenDictionary(kind => kind.Type.Name, StringComparer.Ordinal);

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command; it is not checked, and may be one that will be refused.</param>
    /// <returns>The JSON text.</returns>
    public static string Encode(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var kind = command.GetType().Name;
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("kind", kind);
            writer.WritePropertyName("command");
            JsonSerializer.Serialize(writer, command, Kinds[kind]);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads a command.</summary>
    /// <param name="json">What <see cref="Encode"/> has written.</param>
    /// <returns>
    /// The command, or <c>Invalid.Command</c>: the text is not whole, or of a version, kind or field that this library
    /// does not know.
    /// </returns>
    public static Result<Command> Decode(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var envelope = document.RootElement;
            if (envelope.GetProperty("version").GetInt32() is var version and not Version)
            {
                return Refused("version", version.ToString(CultureInfo.InvariantCulture), $"{Version}",
                    "it is of another version; read it with the version of the library that wrote it");
            }

            var kind = envelope.GetProperty("kind").GetString() ?? string.Empty;
            return !Kinds.TryGetValue(kind, out var type)
                ? Refused("kind", kind, null, "this library has no such command; read it with the one that wrote it")
                : envelope.GetProperty("command").Deserialize(type) is Command command
                    ? new Result<Command>(command)
                    : Refused("command", "null", null, "it is missing; enqueue it again");
        }
        catch (Exception damage) when (damage is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException or ArithmeticException)
        {
            return Refused("command", null, null, $"{damage.Message} If it was edited, enqueue it again");
        }
    }

    private static Result<Command> Refused(string target, string? actual, string? allowed, string why) => new([
        new InventoryError(ErrorCodes.InvalidCommand, target, actual, allowed,
            $"The stored command cannot be read: {why}."),
    ]);
}
