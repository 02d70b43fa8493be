using Inventory.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses SQLite as the store of an inventory.</summary>
public static class SqliteInventoryBuilderExtensions
{
    /// <summary>Keeps the ledger in a SQLite file with default options.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string, such as <c>Data Source=stock.db</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another store has been chosen.</exception>
    public static IInventoryBuilder UseSqlite(this IInventoryBuilder builder, string connectionString) =>
        builder.UseSqlite(new SqliteOptions { ConnectionString = connectionString });

    /// <summary>Keeps the ledger in a SQLite file.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">How to use the file.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another store has been chosen.</exception>
    public static IInventoryBuilder UseSqlite(this IInventoryBuilder builder, SqliteOptions options) =>
        builder.UseStore(_ => new SqliteStore(options));
}
