using Inventory;
using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.Valuation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds an inventory to a container.</summary>
public static class InventoryServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="InventoryHost"/>, which opens the inventory, with default settings. Calling it twice is
    /// harmless.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder for choosing the store and adding books.</returns>
    public static IInventoryBuilder AddInventory(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<InventoryOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InventoryOptions>,
            InventoryOptionsValidator>());
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new InventoryHost(
            provider.GetService<IInventoryStore>()
                ?? throw new InvalidOperationException(
                    "No store was chosen: call UseSqlite or UseMemory after AddInventory."),
            provider.GetRequiredService<IOptions<InventoryOptions>>().Value,
            provider.GetRequiredService<IClock>(),
            provider.GetService<ILoggerFactory>(),
            provider.GetRequiredService<TimeProvider>()));
        return new Builder(services);
    }

    /// <summary>Adds an inventory and configures it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for choosing the store and adding books.</returns>
    public static IInventoryBuilder AddInventory(this IServiceCollection services, Action<InventoryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddInventory();
        services.Configure(configure);
        return builder;
    }

    /// <summary>
    /// Adds an inventory configured by a section: <c>Ledger</c>, <c>BatchMax</c>, <c>QueueMax</c> and so on.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    /// <returns>A builder for choosing the store and adding books.</returns>
    public static IInventoryBuilder AddInventory(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddInventory();
        services.Configure<InventoryOptions>(section);
        return builder;
    }

    /// <summary>Adds a book to keep.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The book's name.</param>
    /// <param name="method">How it costs what goes out.</param>
    /// <param name="inline">Whether replies carry its cost; at most one book.</param>
    /// <returns>The builder.</returns>
    public static IInventoryBuilder AddBook(
        this IInventoryBuilder builder, string name, CostMethod method = CostMethod.Fifo, bool inline = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<InventoryOptions>(
            options => options.Books.Add(new BookOptions { Name = name, Method = method, Inline = inline }));
        return builder;
    }

    /// <summary>Keeps the ledger in memory, for tests and demonstrations; it is gone with the process.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another store has been chosen.</exception>
    public static IInventoryBuilder UseMemory(this IInventoryBuilder builder) =>
        builder.UseStore(_ => new MemoryStore());

    /// <summary>Chooses the store; for adapters.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="create">Creates the store; the container disposes it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">Another store has been chosen.</exception>
    public static IInventoryBuilder UseStore(this IInventoryBuilder builder, Func<IServiceProvider,
        IInventoryStore> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        if (builder.Services.Any(service => service.ServiceType == typeof(IInventoryStore)))
        {
            throw new InvalidOperationException("A store has been chosen already: an inventory has exactly one.");
        }

        builder.Services.AddSingleton(create);
        return builder;
    }

    private sealed record Builder(IServiceCollection Services) : IInventoryBuilder;

    private sealed class InventoryOptionsValidator : IValidateOptions<InventoryOptions>
    {
        public ValidateOptionsResult Validate(string? name, InventoryOptions options) =>
            InventoryOptionsRules.Broken(options) is { Count: > 0 } broken
                ? ValidateOptionsResult.Fail(broken)
                : ValidateOptionsResult.Success;
    }
}
