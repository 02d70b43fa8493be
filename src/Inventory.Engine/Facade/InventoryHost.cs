using Inventory.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Inventory;

/// <summary>Holds the one inventory of an application and opens it on first use.</summary>
/// <remarks>
/// Opening reads the store, so it is asynchronous and cannot happen inside a constructor. A failed opening is tried
/// again by the next caller. Works without any hosted service. Safe for use from several threads.
/// </remarks>
public sealed class InventoryHost : IAsyncDisposable
{
    private readonly IInventoryStore _store;
    private readonly InventoryOptions _options;
    private readonly IClock _clock;
    private readonly ILogger? _logger;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IInventory? _inventory;

    /// <summary>Creates the holder; opens nothing yet.</summary>
    /// <param name="store">The store; not disposed by the holder.</param>
    /// <param name="options">The settings.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="loggers">Where to log; null is nowhere.</param>
    /// <param name="timeProvider">Timers and time-outs.</param>
    public InventoryHost(
        IInventoryStore store, InventoryOptions options, IClock clock, ILoggerFactory? loggers,
            TimeProvider timeProvider)
    {
        _store = store;
        _options = options;
        _clock = clock;
        _logger = loggers?.CreateLogger("Inventory");
        _time = timeProvider;
    }

    /// <summary>The inventory, opened when this is the first call.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The one inventory; do not dispose it.</returns>
    /// <exception cref="SchemaVersionException">
    /// The schema is not up to date; call <see cref="IInventoryStore.EnsureSchemaAsync"/>.
    /// </exception>
    public async ValueTask<IInventory> GetAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _inventory) is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _inventory ??= await InventoryEngine.OpenAsync(
                _store, _options, _clock, _logger, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Closes the inventory in good order: everything taken in is answered or refused.</summary>
    /// <returns>When it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_inventory is { } open)
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }

        _opening.Dispose();
    }
}
