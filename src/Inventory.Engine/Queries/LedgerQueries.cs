using System.Runtime.CompilerServices;
using Inventory.Days;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Verification;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Reads the ledger itself: history, days, the change feed.</summary>
internal sealed class LedgerQueries(LocationDirectory locations, int costScale)
{
    public async IAsyncEnumerable<Movement> ReadHistoryAsync(
        IStoreReader reader, string sku, Instant? from, Instant? before,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await Names.FindSkuAsync(reader, sku).ConfigureAwait(false) is not { } row)
        {
            yield break;
        }

        var names = new Names(reader, locations, costScale);
        var start = from is { } first ? new EntryKey(Micros.Floor(first), 0) : EntryKey.Start;
        var end = before is { } last ? new EntryKey(Micros.Floor(last), 0) : EntryKey.End;
        await foreach (var entry in reader.ReadEntriesAsync(row.Sku.Number, start, end).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await names.DescribeAsync(entry).ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyList<DailyMovement>> GetDaysAsync(IStoreReader reader, string sku,
        LocalDate from, LocalDate to)
    {
        if (await Names.FindSkuAsync(reader, sku).ConfigureAwait(false) is not { } row)
        {
            return [];
        }

        // Closed blocks are in the daily totals; the open block is added here.
        var (first, last) = (Micros.ToNumber(from), Micros.ToNumber(to));
        var totals = new Dictionary<(int Pool, int Date, Movements.MovementKind Kind), DayTotal>();
        await foreach (var total in reader.ReadDaysAsync(row.Sku.Number, first, last).ConfigureAwait(false))
        {
            totals.Add((total.Pool, total.Date, total.Kind), total);
        }

        var open = new DayFold(number => locations[number]);
        await foreach (var entry in reader.ReadEntriesAsync(row.Sku.Number, row.Head.BlockStart, EntryKey.End)
            .ConfigureAwait(false))
        {
            if (entry.BusinessDate >= first && entry.BusinessDate <= last)
            {
                await locations.EnsureAsync(reader, [entry]).ConfigureAwait(false);
                open.Add(entry);
            }
        }

        foreach (var total in open.Totals)
        {
            var key = (total.Pool, total.Date, total.Kind);
            totals[key] = totals.TryGetValue(key, out var so) ? so.Plus(total) : total;
        }

        await locations.EnsureAsync(reader, totals.Keys.Select(key => key.Pool)).ConfigureAwait(false);
        return
        [
            .. from total in totals.Values
               orderby total.Pool, total.Date, total.Kind
               select new DailyMovement(
                   locations[total.Pool].Code, Micros.ToDate(total.Date), total.Kind, row.Sku.ToQuantity(total.In),
                   row.Sku.ToQuantity(total.Out), CostScale.ToAmount(total.CostIn, costScale), total.Entries),
        ];
    }

    public async IAsyncEnumerable<Change> ReadChangesAsync(
        IStoreReader reader, ChangeCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = new Names(reader, locations, costScale);
        await foreach (var command in reader.ReadCommandsAsync(after.Commit, after.Ordinal).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await DescribeAsync(reader, names, command.Row).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<Change> ReadChangesOfAsync(
        IStoreReader reader, string type, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = new Names(reader, locations, costScale);
        await foreach (var command in reader.ReadCommandsOfAsync(type, id).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await DescribeAsync(reader, names, command).ConfigureAwait(false);
        }
    }

    public static async ValueTask<LedgerAnchor> GetAnchorAsync(IStoreReader reader)
    {
        using var hash = new AnchorHash();
        await foreach (var row in reader.ReadSkusAsync(0).ConfigureAwait(false))
        {
            hash.Add(row.Row.Sku.Number, row.Row.Head.Chain);
        }

        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        return new LedgerAnchor(ledger.LastCommit, Micros.ToInstant(ledger.LastRecorded), hash.ToDigest());
    }

    private static async ValueTask<Change> DescribeAsync(IStoreReader reader, Names names, CommandRecord command)
    {
        var reply = ReplyCodec.Decode(command.Reply.Span);
        var found = (await reader.GetEntriesAsync([.. reply.Entries.Select(entry => (entry.Sku, entry.Key))])
            .ConfigureAwait(false))
            .ToDictionary(entry => (entry.Sku, entry.Key));
        var movements = new List<Movement>(reply.Entries.Count);
        foreach (var entry in reply.Entries)
        {
            movements.Add(await names.DescribeAsync(found[(entry.Sku, entry.Key)]).ConfigureAwait(false));
        }

        return new Change(
            new ChangeCursor(command.Commit, command.Ordinal), command.Key, command.Kind, Micros
                .ToInstant(command.Recorded),
            command.Stamp, command.Document, movements, reply.Number);
    }
}
