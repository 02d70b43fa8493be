using Inventory.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Samples.ShopCheckout.Hosting;

/// <summary>
/// Opens the inventory when the host starts, which applies what a crash has left in the inbox, and looks into it now
/// and then. The checkout applies its own commands at once: this is for what it did not come to.
/// </summary>
internal sealed class InboxWorker(InventoryHost inventories, ILogger<InboxWorker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await inventories.GetAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var inventory = await inventories.GetAsync(stoppingToken);
                await inventory.ApplyInboxAsync(cancellationToken: stoppingToken);
            }
            catch (InventoryStoreException busy)
            {
                logger.LogWarning(busy, "The inbox waits for the next time.");
            }
        }
    }
}
