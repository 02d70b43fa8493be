using System.Data.Common;
using System.Runtime.CompilerServices;
using Inventory.Commands;
using Inventory.Hosts;
using Inventory.Ledger;
using Inventory.Pipeline;
using Inventory.Storage;

namespace Inventory.Inbox;

/// <summary>
/// Takes commands in with a transaction of the host, and brings them to the pipeline after its commit.
/// </summary>
/// <remarks>
/// A row is deleted only once its command is in the ledger, so it is sent at least once; its key makes that exactly
/// once. Several engines may apply one inbox at the same time.
/// </remarks>
internal sealed class InboxKeeper(
    IInventoryStore store, int ledger, CommandIntake intake, Enlistment enlistment, PipelineEnvironment environment)
    : IDisposable
{
    private const int PageMax = 256;

    // Numbers begin at 1; what was edited may lie before.
    private const long First = long.MinValue;

    private readonly SemaphoreSlim _turn = new(1, 1);

    private long Now => Micros.Floor(environment.Clock.GetCurrentInstant());

    public Task EnqueueAsync(
        DbTransaction transaction, IReadOnlyList<Command> commands, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(commands);
        if (commands.Contains(null!) || commands.Any(command => command.Key.Text is null || command.Key.Source is null))
        {
            throw new ArgumentException("A command is null or has no key; without one it could be applied twice.",
                nameof(commands));
        }

        return commands.Count == 0 ? Task.CompletedTask : enlistment.WriteAsync(
            transaction,
            async writer =>
            {
                var now = Now;
                await writer.AddInboxAsync([.. commands.Select(command => InboxText.ToRow(command, now))])
                    .ConfigureAwait(false);
                await writer.CommitAsync().ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public async Task<InboxRun> ApplyAsync(bool retryRefused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (applied, refused) = (0, 0);
            var page = await PageAsync(First, retryRefused, cancellationToken).ConfigureAwait(false);
            while (page.Count > 0)
            {
                var settled = await ApplyAsync(page, cancellationToken).ConfigureAwait(false);
                (applied, refused) = (applied + settled.Applied, refused + settled.Refused);
                page = settled.Applied + settled.Refused < page.Count
                    ? []
                    : await PageAsync(page[^1].Row.Number, retryRefused, cancellationToken).ConfigureAwait(false);
            }

            if (applied + refused > 0)
            {
                Log.InboxApplied(environment.Logger, applied, refused);
            }

            return new InboxRun(applied, refused);
        }
        finally
        {
            _turn.Release();
        }
    }

    public static async IAsyncEnumerable<InboxItem> ReadAsync(
        IStoreReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in reader.ReadInboxAsync(First).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return InboxText.ToItem(row);
        }
    }

    /// <summary>Deletes refused rows; those that wait stay, for they may be on their way already.</summary>
    public async Task<int> DiscardAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            ledger,
            async writer =>
            {
                var refused = new List<long>();
                await foreach (var row in writer.ReadInboxAsync(First).ConfigureAwait(false))
                {
                    if (numbers.Contains(row.Row.Number) && !InboxText.ToItem(row).IsWaiting)
                    {
                        refused.Add(row.Row.Number);
                    }
                }

                var removed = await writer.RemoveInboxAsync(refused).ConfigureAwait(false);
                await writer.CommitAsync().ConfigureAwait(false);
                return removed;
            },
            cancellationToken).ConfigureAwait(false);

    public void Dispose() => _turn.Dispose();

    private ValueTask<List<Checked<InboxRow>>> PageAsync(
        long after, bool withRefused, CancellationToken cancellationToken) =>
        store.ReadAsync(
            ledger,
            async reader =>
            {
                var page = new List<Checked<InboxRow>>();
                await foreach (var row in reader.ReadInboxAsync(after).ConfigureAwait(false))
                {
                    if (withRefused || row.Row.Refusal is null)
                    {
                        page.Add(row);
                        if (page.Count == PageMax)
                        {
                            break;
                        }
                    }
                }

                return page;
            },
            cancellationToken);

    // Fewer are settled than there were when the engine was too busy for some: those wait for the next run.
    private async Task<InboxRun> ApplyAsync(List<Checked<InboxRow>> page, CancellationToken cancellationToken)
    {
        var commands = page.ConvertAll(InboxText.Command);
        var answers = new Queue<Result<Posted>>(await intake.ExecuteAsync(
            [.. commands.Where(command => command.Succeeded).Select(command => command.Value)],
            ExecuteOptions.Default, cancellationToken).ConfigureAwait(false));
        var (applied, refused, now, edited) = (new List<long>(), new List<InboxRow>(), Now, 0);
        for (var i = 0; i < page.Count; i++)
        {
            var errors = commands[i].Succeeded ? answers.Dequeue().Errors : commands[i].Errors;
            if (errors.Count == 0)
            {
                applied.Add(page[i].Row.Number);
            }
            else if (InboxText.IsEdited(page[i]))
            {
                // It stays as it was found, so that a verification finds it as well.
                edited++;
            }
            else if (!errors.Any(error => error.Code == ErrorCodes.Busy))
            {
                refused.Add(page[i].Row with { Tried = now, Refusal = InboxText.Write(errors) });
            }
        }

        await SettleAsync(applied, refused, cancellationToken).ConfigureAwait(false);
        return new InboxRun(applied.Count, refused.Count + edited);
    }

    private ValueTask<bool> SettleAsync(
        List<long> applied, List<InboxRow> refused, CancellationToken cancellationToken) =>
        store.WriteAsync(
            ledger,
            async writer =>
            {
                await writer.RemoveInboxAsync(applied).ConfigureAwait(false);
                await writer.PutInboxAsync(refused).ConfigureAwait(false);
                await writer.CommitAsync().ConfigureAwait(false);
                return true;
            },
            cancellationToken);
}
