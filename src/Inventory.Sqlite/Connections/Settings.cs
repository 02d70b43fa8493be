using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Connections;

/// <summary>Checked options: what every connection of a store is opened with.</summary>
internal sealed class Settings
{
    private const string DefaultPrefix = "inventory_";
    private readonly string _prefix;

    public Settings(SqliteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IsPrefix(options.TablePrefix))
        {
            throw new ArgumentException(
                $"'{options.TablePrefix}' is no table prefix: use 1 to {SqliteOptions.TablePrefixLengthMax} "
                + "ASCII letters, digits and underscores, beginning with a letter or underscore, and not with 'sqlite_'.",
                nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BusyTimeout, TimeSpan.FromDays(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.WalAutoCheckpointPages, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.WriterCacheKibibytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.IdleReadersMax, nameof(options));
        if (!Enum.IsDefined(options.Durability))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Durability, "Durability is Full or Normal.");
        }

        ConnectionString = Complete(options.ConnectionString);
        _prefix = options.TablePrefix;
        BusyTimeout = options.BusyTimeout;
        IdleReadersMax = options.IdleReadersMax;
        Synchronous = options.Durability == Durability.Full ? "FULL" : "NORMAL";
        WalAutoCheckpointPages = options.WalAutoCheckpointPages;
        WriterCacheKibibytes = options.WriterCacheKibibytes;
    }

    public string ConnectionString { get; }

    public TimeSpan BusyTimeout { get; }

    public int IdleReadersMax { get; }

    public string Synchronous { get; }

    public int WalAutoCheckpointPages { get; }

    public int WriterCacheKibibytes { get; }

    /// <summary>A statement with the names of this store's tables.</summary>
    /// <param name="sql">The statement with the default names; it holds no text of a caller.</param>
    public string Qualify(string sql) =>
        _prefix == DefaultPrefix ? sql : sql.Replace(DefaultPrefix, _prefix, StringComparison.Ordinal);

    private static string Complete(string text)
    {
        var builder = new SqliteConnectionStringBuilder(text);
        var isMemory = builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource.Contains("mode=memory", StringComparison.Ordinal);
        if (isMemory)
        {
            throw new ArgumentException(
                "A SQLite store needs a file, as in 'Data Source=stock.db'. Where nothing is to be kept, "
                + "use the in-memory store.",
                nameof(text));
        }

        // The store keeps its own connections open: a second pool would only hide from it when they are closed.
        builder.Pooling = false;
        builder.ForeignKeys = true;
        return builder.ToString();
    }

    private static bool IsPrefix(string? prefix) =>
        prefix is { Length: > 0 and <= SqliteOptions.TablePrefixLengthMax }
        && !char.IsAsciiDigit(prefix[0])
        && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && !prefix.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);
}
