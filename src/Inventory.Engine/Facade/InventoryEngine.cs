using Inventory.Books;
using Inventory.Pipeline;
using Inventory.Storage;
using Inventory.Valuation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Inventory;

/// <summary>Opens inventories without a container.</summary>
public static class InventoryEngine
{
    /// <summary>
    /// Opens a ledger of a store, and creates it on first use; applies what waits in its inbox. The schema must be up
    /// to date.
    /// </summary>
    /// <param name="store">The store; disposing the inventory leaves it open.</param>
    /// <param name="options">The settings; null is all defaults.</param>
    /// <param name="clock">What time it is; null is the system's clock.</param>
    /// <param name="logger">Where to log; null is nowhere.</param>
    /// <param name="timeProvider">Timers and time-outs; null is the system's.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The inventory, to be disposed by the caller.</returns>
    /// <exception cref="ArgumentException">
    /// An option is out of range, or the ledger exists with other settings.
    /// </exception>
    /// <exception cref="SchemaVersionException">
    /// The schema is not up to date; call <see cref="IInventoryStore.EnsureSchemaAsync"/>.
    /// </exception>
    public static Task<IInventory> OpenAsync(
        IInventoryStore store, InventoryOptions? options = null, IClock? clock = null, ILogger? logger = null,
        TimeProvider? timeProvider = null, CancellationToken cancellationToken = default) =>
        OpenAsync(store, options, clock, logger, timeProvider, TaskScheduler.Default, cancellationToken);

    /// <summary>Opens a ledger whose pipeline works on a scheduler, one that goes step by step say.</summary>
    internal static async Task<IInventory> OpenAsync(
        IInventoryStore store, InventoryOptions? options, IClock? clock, ILogger? logger, TimeProvider? timeProvider,
        TaskScheduler scheduler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new InventoryOptions();
        InventoryOptionsRules.Check(options);
        var definition = Define(options);
        var opened = await store.OpenLedgerAsync(definition, cancellationToken).ConfigureAwait(false);
        var books = opened.Books;
        var locations = new LocationDirectory();
        var keeper = new BookKeeper(locations);
        var follower = new BookFollower(keeper, books);
        foreach (var number in opened.NewBooks)
        {
            var built = await NewBook.BuildAsync(
                store, opened.State.Ledger, follower, books.First(book => book.Number == number)).ConfigureAwait(false);
            Log.BookBuilt(logger ?? NullLogger.Instance, books.First(book => book.Number == number).Name, built);
        }

        var time = timeProvider ?? TimeProvider.System;
        var environment = new PipelineEnvironment(
            clock ?? SystemClock.Instance, time, new PipelineWork(scheduler), new PipelineMetrics(options.Ledger, time),
            logger ?? NullLogger.Instance);
        var inventory = new LedgerInventory(
            store, opened, definition with { Books = books }, options, environment, locations, keeper);
        Log.Opened(logger ?? NullLogger.Instance, options.Ledger, opened.State.LastCommit);
        await ApplyInboxAsync(inventory, environment.Logger, cancellationToken).ConfigureAwait(false);
        return inventory;
    }

    // What hosts committed before a crash, say. A database that is busy just now is no reason not to open it, and
    // one that is damaged must be open to be verified.
    private static async ValueTask ApplyInboxAsync(
        LedgerInventory inventory, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await inventory.ApplyInboxAsync(retryRefused: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is InventoryStoreException or InventoryCorruptionException)
        {
            Log.InboxLeft(logger, failure);
        }
        catch
        {
            await inventory.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static LedgerDefinition Define(InventoryOptions options) => new(
        options.Ledger, options.Currency, options.CostScale ?? options.Currency.Digits + 4, options.RequireActor,
        [.. options.Books.Select((book, index) => new BookDefinition(index + 1, book.Name, book.Method, book.Inline))]);
}
