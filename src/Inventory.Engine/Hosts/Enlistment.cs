using System.Data.Common;
using Inventory.Books;
using Inventory.Commands;
using Inventory.History;
using Inventory.Pipeline;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Hosts;

/// <summary>
/// Decides commands in a transaction of the host, under its lock and on nothing but what it sees, and writes them
/// into it: all of them, or nothing when one is refused.
/// </summary>
internal sealed class Enlistment(
    IInventoryStore store, int ledger, IReadOnlyList<BookDefinition> books, IClock clock, HostFlow flow)
{
    /// <summary>Begins at once, so that the caller's flow remembers its transaction.</summary>
    public Task<IReadOnlyList<Result<Posted>>> RunAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(commands);
        if (commands.Contains(null!))
        {
            throw new ArgumentException("A command is null.", nameof(commands));
        }

        return commands.Count switch
        {
            0 => Task.FromResult<IReadOnlyList<Result<Posted>>>([]),
            > ExecuteOptions.AtomicMax => Task.FromResult(Answers.TooMany(commands)),
            _ => WriteAsync(
                transaction, writer => DecideAsync(writer, new Submission(commands, long.MaxValue, isAtomic: false)),
                cancellationToken),
        };
    }

    /// <summary>Writes something else into the host's transaction.</summary>
    public Task<T> WriteAsync<T>(
        DbTransaction transaction, Func<IStoreWriter, Task<T>> write, CancellationToken cancellationToken) =>
        WriteAsync(transaction, write, flow.Enter(transaction), cancellationToken);

    private async Task<T> WriteAsync<T>(
        DbTransaction transaction, Func<IStoreWriter, Task<T>> write, HostFlow.Holder holder,
        CancellationToken cancellationToken)
    {
        IStoreWriter writer;
        try
        {
            writer = await store.EnlistAsync(ledger, transaction, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            holder.TakeBack();
            throw;
        }

        await using (writer.ConfigureAwait(false))
        {
            return await write(writer).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Result<Posted>>> DecideAsync(IStoreWriter writer, Submission submission)
    {
        var pending = submission.Commands.Select((_, index) => new Pending(submission, index)).ToList();
        var last = (await writer.GetLedgerAsync().ConfigureAwait(false)).LastCommit;
        try
        {
            var batches = await NewStretches().WriteAsync(writer, pending).ConfigureAwait(false);
            if (batches.Exists(batch => batch.HasRefusals))
            {
                GroupAnswers.Refuse(batches, pending, last);
            }
            else
            {
                await writer.CommitAsync().ConfigureAwait(false);
                batches.ForEach(batch => Answers.Give(batch, batch.Commit));
            }
        }
        catch (OverflowException)
        {
            pending.ForEach(each => each.Refuse(
                ErrorCodes.InvalidQuantity,
                "A quantity or cost of this call adds up to more than the ledger can hold; nothing of it was applied."));
        }

        return await submission.Answer.ConfigureAwait(false);
    }

    // Nothing that is read in a transaction whose end is not known may be remembered by the running engine.
    private StretchWriter NewStretches()
    {
        var locations = new LocationDirectory();
        var keeper = new BookKeeper(locations);
        var blocks = new BlockKeeper(keeper, new BookFollower(keeper, books), locations);
        return new StretchWriter(
            new StockLoader(keeper), new BatchWriter(blocks, locations),
            books, clock);
    }
}
