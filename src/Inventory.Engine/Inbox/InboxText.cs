using System.Text.Json;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Inbox;

/// <summary>Rows of the inbox from and to what callers see.</summary>
internal static class InboxText
{
    public static InboxRow ToRow(Command command, long enqueued) => new(
        0, command.Key, command.GetType().Name, CommandCodec.Encode(command), enqueued);

    /// <summary>Whether the row is not what was stored.</summary>
    public static bool IsEdited(Checked<InboxRow> row) => row.Row.ComputeCheck() != row.Check;

    /// <summary>The command; refused when the row was edited or cannot be read.</summary>
    public static Result<Command> Command(Checked<InboxRow> row) => !IsEdited(row)
        ? CommandCodec.Decode(row.Row.Body)
        : new Result<Command>([
            new InventoryError(ErrorCodes.InvalidCommand, "command", null, null,
                "The row of the inbox was edited: its columns and its hash differ. Discard it and enqueue it again."),
        ]);

    public static InboxItem ToItem(Checked<InboxRow> stored)
    {
        var (row, command) = (stored.Row, Command(stored));
        return new InboxItem(
            row.Number, row.Key, row.Kind, command.Succeeded ? command.Value : null, Micros.ToInstant(row.Enqueued),
            row.Tried == 0 ? null : Micros.ToInstant(row.Tried),
            row.Refusal is { } refusal && !IsEdited(stored) ? Read(refusal) : command.Errors);
    }

    public static string Write(IReadOnlyList<InventoryError> errors) => JsonSerializer.Serialize(
        [.. errors.Select(error =>
            new RefusalLine(error.Code.Name, error.Target, error.Actual, error.Allowed, error.Message))],
        RefusalJson.Default.RefusalLineArray);

    private static List<InventoryError> Read(string refusal)
    {
        try
        {
            return [.. JsonSerializer.Deserialize(refusal, RefusalJson.Default.RefusalLineArray)!.Select(line =>
                new InventoryError(CodeOf(line.Code), line.Target, line.Actual, line.Allowed, line.Message))];
        }
        catch (JsonException damage)
        {
            throw new InventoryCorruptionException($"A refusal of the inbox cannot be read: {damage.Message}", damage);
        }
    }

    // A code of a later version of the library is not known here; its message is.
    private static ErrorCode CodeOf(string name) =>
        ErrorCodes.All.FirstOrDefault(code => code.Name == name) ?? ErrorCodes.InvalidCommand;
}
