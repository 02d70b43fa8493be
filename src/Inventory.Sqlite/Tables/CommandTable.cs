using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Applied commands.</summary>
internal static class CommandTable
{
    private const string Columns =
        "commit_no, ordinal, key_source, key_text, kind, payload, recorded, actor, device, channel, "
        + "document_type, document_id, document_uri, reply, check_hash";

    public const string ByKey =
        $"SELECT {Columns} FROM inventory_command WHERE ledger = ?1 AND key_source = ?2 AND key_text = ?3";

    public const string After =
        $"SELECT {Columns} FROM inventory_command WHERE ledger = ?1 "
        + "AND (commit_no, ordinal) > (?2, ?3) ORDER BY commit_no, ordinal";

    public const string OfDocument =
        $"SELECT {Columns} FROM inventory_command WHERE ledger = ?1 AND document_type IS NOT NULL "
        + "AND document_type = ?2 AND document_id = ?3 ORDER BY commit_no, ordinal";

    public const string KeyByName =
        "SELECT commit_no, ordinal, key_text, key_source FROM inventory_command "
        + "WHERE ledger = ?1 AND commit_no = ?2 AND ordinal = ?3";

    public const string Insert =
        $"INSERT INTO inventory_command (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";

    public static CommandRecord Read(Statement row)
    {
        var (actor, device, channel) = (row.OptionalText(7), row.OptionalText(8), row.OptionalText(9));
        return new CommandRecord(
            row.Long(0), row.Int(1), new CommandKey(row.Text(3), row.Text(2)), row.Text(4), row.Digest(5), row.Long(6),
            (actor ?? device ?? channel) is null ? null : new Stamp(actor, device, channel),
            ReadDocument(row), row.Blob(13));
    }

    public static Checked<CommandRecord> ReadChecked(Statement row) => new(Read(row), row.Digest(14));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, CommandRecord command) => statement
        .Bind(2, command.Commit).Bind(3, command.Ordinal).Bind(4, command.Key.Source).Bind(5, command.Key.Text)
        .Bind(6, command.Kind).Bind(7, command.Payload).Bind(8, command.Recorded)
        .Bind(9, command.Stamp?.Actor).Bind(10, command.Stamp?.Device).Bind(11, command.Stamp?.Channel)
        .Bind(12, command.Document?.Type).Bind(13, command.Document?.Id).Bind(14, command.Document?.Uri)
        .Bind(15, command.Reply.Span).Bind(16, command.ComputeCheck());

    private static SourceDocument? ReadDocument(Statement row)
    {
        var (type, id, uri) = (row.OptionalText(10), row.OptionalText(11), row.OptionalText(12));
        return type is not null && id is not null ? new SourceDocument(type, id, uri)
            : (type ?? id ?? uri) is null ? null
            : throw new FormatException("A document has both a type and an id.");
    }
}
