using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>What a case works with: an empty store, and one ledger that has been opened in it.</summary>
internal sealed class StoreFixture
{
    private StoreFixture(IInventoryStore store, OpenedLedger opened)
    {
        Store = store;
        Ledger = opened.State.Ledger;
        Driver = new CommitDriver(store, Ledger);
    }

    public static LedgerDefinition Definition { get; } =
        new("main", Currency.Gbp, CostScale: 4, RequireActor: false, Books: []);

    public IInventoryStore Store { get; }

    public int Ledger { get; }

    public CommitDriver Driver { get; }

    public Given Given { get; } = new();

    public static async Task<StoreFixture> CreateAsync(IInventoryStore store)
    {
        await store.EnsureSchemaAsync().ConfigureAwait(false);
        return new StoreFixture(store, await store.OpenLedgerAsync(Definition).ConfigureAwait(false));
    }

    /// <summary>
    /// Defines the SKU and the place that cases use when they do not care: SKU number 1, and location number 6 after
    /// the five well-known ones.
    /// </summary>
    public Task DefineAsync() => Driver.CommitAsync(Given.Sku(), Given.Site());

    public async Task<T> ReadAsync<T>(Func<IStoreReader, ValueTask<T>> use)
    {
        var reader = await Store.ReadAsync(Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await use(reader).ConfigureAwait(false);
        }
    }

    public async Task<List<T>> StreamAsync<T>(Func<IStoreReader, IAsyncEnumerable<T>> use)
    {
        var reader = await Store.ReadAsync(Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await use(reader).CollectAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes and commits.</summary>
    public async Task WriteAsync(Func<IStoreWriter, ValueTask> use)
    {
        var writer = await Store.WriteAsync(Ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            await use(writer).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Decides a batch on what is committed now, to be written later.</summary>
    public async Task<PreparedBatch> PrepareAsync(params Commands.Command[] commands)
    {
        var reader = await Store.ReadAsync(Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return CommitDriver.Value(await Driver.PrepareAsync(reader, commands).ConfigureAwait(false));
        }
    }

    /// <summary>Tries to write a batch that was decided earlier, and commits it when its guards hold.</summary>
    public async Task<bool> TryCommitAsync(PreparedBatch prepared)
    {
        var writer = await Store.WriteAsync(Ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            // Others may have committed since the batch was decided: its commands are told the number they really get.
            var commit = (await writer.GetLedgerAsync().ConfigureAwait(false)).LastCommit + 1;
            var commands = prepared.Commands.Select(command => command with { Commit = commit }).ToList();
            if (!await writer.TryWriteAsync(prepared.Batch, commands).ConfigureAwait(false))
            {
                return false;
            }

            await writer.CommitAsync().ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Everything in the ledger, as text.</summary>
    public Task<List<string>> TextAsync() => StreamAsync(reader => LedgerText.ReadAsync(reader));

    /// <summary>Does something and checks that the ledger is the same afterwards.</summary>
    public async Task UnchangedAsync(Func<Task> action, string what)
    {
        var before = await TextAsync().ConfigureAwait(false);
        await action().ConfigureAwait(false);
        Expect.Rows(before, await TextAsync().ConfigureAwait(false), what + " leaves no trace");
    }
}
