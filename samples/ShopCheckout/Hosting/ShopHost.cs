using Inventory.Samples.ShopCheckout.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inventory.Samples.ShopCheckout.Hosting;

/// <summary>The shop as a program: a generic host with its services, the inventory among them.</summary>
internal static class ShopHost
{
    public static async Task<IHost> StartAsync(string file)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddInventory(options => options.Currency = Currency.Eur)
            .UseSqlite($"Data Source={file}")
            .AddBook("fifo", inline: true);
        builder.Services.AddSingleton(new ShopDatabase(file));
        builder.Services.AddSingleton<CardTerminal>();
        builder.Services.AddSingleton<Checkout>();
        builder.Services.AddHostedService<InboxWorker>();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
