using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inventory.Sqlite.Transactions;

/// <summary>Checks a transaction that a host hands in.</summary>
internal static class HostTransaction
{
    /// <summary>The connection that the transaction is open on.</summary>
    /// <param name="transaction">The host's transaction.</param>
    /// <param name="file">The store's file, as SQLite names it.</param>
    /// <exception cref="ArgumentException">It cannot be written in.</exception>
    public static SqliteConnection ConnectionOf(DbTransaction transaction, string file)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (transaction is not SqliteTransaction hosts)
        {
            throw new ArgumentException(
                $"A {transaction.GetType().Name} is another provider's: enlist a SqliteTransaction on the store's file.",
                nameof(transaction));
        }

        if (hosts.Connection is not { State: ConnectionState.Open } connection
            || raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            throw new ArgumentException(
                "The transaction is not open any more: it was committed or rolled back. Begin another one.",
                nameof(transaction));
        }

        var other = FileOf(connection.Handle!);
        return string.Equals(other, file, StringComparison.Ordinal)
            ? connection
            : throw new ArgumentException(
                $"The transaction is on the file '{other}', but the ledger is in '{file}': keep the tables that shall "
                + "change together in one file, and open the connection on it.",
                nameof(transaction));
    }

    /// <summary>The full path of the file that a connection is open on; links are followed.</summary>
    public static string FileOf(sqlite3 handle) => raw.sqlite3_db_filename(handle, "main").utf8_to_string();
}
