namespace Inventory.Sqlite;

/// <summary>How a <see cref="SqliteStore"/> uses its file.</summary>
/// <remarks>Not safe for use from several threads; a store copies what it needs when it is made.</remarks>
public sealed class SqliteOptions
{
    /// <summary>The longest <see cref="TablePrefix"/>, in characters.</summary>
    public const int TablePrefixLengthMax = 40;

    /// <summary>
    /// The connection string of Microsoft.Data.Sqlite, such as <c>Data Source=stock.db</c>. Must name a file.
    /// </summary>
    /// <value>Empty by default, which a store refuses.</value>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>
    /// What the names of all tables and indexes begin with, so that they can live in a host's own file.
    /// </summary>
    /// <value><c>inventory_</c> by default; letters, digits and underscores, the first of them no digit.</value>
    public string TablePrefix { get; set; } = "inventory_";

    /// <summary>What a commit survives.</summary>
    /// <value><see cref="Durability.Full"/> by default.</value>
    public Durability Durability { get; set; }

    /// <summary>
    /// How long to wait for another writer, in this process or another, before giving up with
    /// <see cref="Storage.WriteLockException"/>. Not repeated: the callers are told.
    /// </summary>
    /// <value>30 seconds by default.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many pages the write-ahead log is moved into the file; 0 leaves that to the host.</summary>
    /// <value>10,000 pages by default, which is about 40 MB of log.</value>
    public int WalAutoCheckpointPages { get; set; } = 10_000;

    /// <summary>The memory that the writing connection may use for pages of the file, in kibibytes.</summary>
    /// <value>65,536 by default.</value>
    public int WriterCacheKibibytes { get; set; } = 65_536;

    /// <summary>How many reading connections are kept open when nobody uses them; more are opened as needed.</summary>
    /// <value>8 by default.</value>
    public int IdleReadersMax { get; set; } = 8;
}
