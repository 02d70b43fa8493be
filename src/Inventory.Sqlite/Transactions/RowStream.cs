using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Transactions;

/// <summary>Rows that are read as they are consumed, each enumeration by a statement of its own.</summary>
/// <param name="reader">Whose snapshot they come from.</param>
/// <param name="sql">The query.</param>
/// <param name="bind">Binds its parameters.</param>
/// <param name="read">Reads a row.</param>
internal sealed class RowStream<T>(
    SqliteReader reader, string sql, Action<Statement> bind, Func<Statement, T> read) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var statement = reader.Connection.Rent(sql);
        bind(statement);
        return new Rows(reader, statement, read, cancellationToken);
    }

    // SQLite answers at once, so there is nothing to await and no state machine.
    private sealed class Rows(
        SqliteReader reader, Statement statement, Func<Statement, T> read, CancellationToken cancellationToken)
        : IAsyncEnumerator<T>
    {
        private bool _isAtEnd;

        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ = reader.Connection;
            if (_isAtEnd || !statement.Step())
            {
                _isAtEnd = true;
                return new ValueTask<bool>(false);
            }

            Current = statement.Read(read);
            return new ValueTask<bool>(true);
        }

        public ValueTask DisposeAsync()
        {
            // The end of the reader takes back its statements; they may belong to the next reader by now.
            if (reader.IsOpen)
            {
                statement.Dispose();
            }

            return ValueTask.CompletedTask;
        }
    }
}
