using Inventory.Days;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <summary>The one writer: it changes a fork of the rows, which becomes the ledger when it commits.</summary>
internal sealed class MemoryWriter : MemoryReader, IStoreWriter
{
    private readonly MemoryStore _store;
    private State _state;

    public MemoryWriter(MemoryStore store, LedgerTables tables, CancellationToken cancellationToken)
        : base(tables, cancellationToken) => _store = store;

    private enum State
    {
        Open,
        Spoilt,
        Committed,
        Disposed,
    }

    public ValueTask<bool> TryWriteAsync(CommitBatch batch, IReadOnlyList<CommandRecord> commands)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(commands);
        Change(() =>
        {
            BatchGuards.CheckNumbers(Tables, commands);
            if (!BatchGuards.Hold(Tables, batch))
            {
                return State.Spoilt;
            }

            BatchWriting.Write(Tables, batch, commands);
            return State.Open;
        });
        return new(_state == State.Open);
    }

    public ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries) => Write(() =>
    {
        var head = Tables.Heads.TryGet(sku, out var found) ? found : Head.Of(sku);
        Tables.Heads.Set(sku,
            head with { BlockEffective = start.Effective, BlockSequence = start.Sequence, BlockEntries = entries });
    });

    public ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances) =>
        Write(() => ProjectionWriting.Put(Tables, block, balances));

    public ValueTask ShiftBlocksAsync(int sku, Spot spot, EntryKey after, long change) =>
        Write(() =>
    {
        foreach (var balance in BlockBalancesAfter(sku, spot, after))
        {
            ProjectionWriting.Put(Tables,
                balance with { Before = balance.Before + change, Low = balance.Low + change });
        }
    });

    public ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals) => Write(() =>
    {
        foreach (var total in totals)
        {
            ProjectionWriting.Add(Tables, total);
        }
    });

    public ValueTask PutCheckpointAsync(
        Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes,
        IReadOnlyList<LotCost> lots) =>
        Write(() => ProjectionWriting.Put(Tables, [checkpoint], layers, takes, lots));

    public ValueTask CutBookAsync(int book, int sku, EntryKey from) =>
        Write(() => ProjectionWriting.Cut(Tables, book, sku, from));

    public ValueTask MarkBookBuiltAsync(int book) => Write(() =>
    {
        if (Tables.Books.TryGet(book, out var row))
        {
            Tables.Books.Set(book, row with { IsBuilt = true });
        }
    });

    public ValueTask ReplaceProjectionsAsync(SkuProjections projections)
    {
        ArgumentNullException.ThrowIfNull(projections);
        return Write(() => ProjectionWriting.Replace(Tables, ProjectionsOf(projections.Head.Sku), projections));
    }

    public ValueTask AddInboxAsync(IReadOnlyList<InboxRow> rows) => Write(() =>
    {
        foreach (var row in rows)
        {
            var numbered = row with { Number = ++Tables.LastInbox };
            Tables.Inbox.Set(numbered.Number, new Checked<InboxRow>(numbered, numbered.ComputeCheck()));
        }
    });

    public ValueTask PutInboxAsync(IReadOnlyList<InboxRow> rows) => Write(() =>
    {
        foreach (var row in rows)
        {
            if (Tables.Inbox.TryGet(row.Number, out _))
            {
                Tables.Inbox.Set(row.Number, new Checked<InboxRow>(row, row.ComputeCheck()));
            }
        }
    });

    public async ValueTask<int> RemoveInboxAsync(IReadOnlyCollection<long> numbers)
    {
        var before = Tables.Inbox.Count;
        await Write(() =>
        {
            foreach (var number in numbers)
            {
                Tables.Inbox.Remove(number);
            }
        }).ConfigureAwait(false);
        return before - Tables.Inbox.Count;
    }

    public ValueTask CommitAsync()
    {
        Change(() =>
        {
            _store.Publish(Tables);
            return State.Committed;
        });
        return default;
    }

    public override ValueTask DisposeAsync()
    {
        if (_state != State.Disposed)
        {
            _state = State.Disposed;
            _store.EndWriting();
        }

        return base.DisposeAsync();
    }

    private ValueTask Write(Action change)
    {
        Change(() =>
        {
            change();
            return State.Open;
        });
        return default;
    }

    private void Change(Func<State> change)
    {
        Check();
        if (_state != State.Open)
        {
            throw new InvalidOperationException(_state == State.Committed
                ? "The transaction is committed; begin another one."
                : "A write of this transaction failed, so it is good for nothing but disposal.");
        }

        // Whatever stops a change half-way spoils the transaction: what it wrote must never be committed.
        _state = State.Spoilt;
        try
        {
            _state = change();
        }
        catch (OverflowException e)
        {
            throw new InventoryStoreException("A number does not fit its column; nothing was written.", e);
        }
    }
}
