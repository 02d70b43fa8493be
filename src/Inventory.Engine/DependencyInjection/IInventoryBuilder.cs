namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures an inventory in a container. Adapters extend it from their own packages.</summary>
public interface IInventoryBuilder
{
    /// <summary>The services that the inventory is added to.</summary>
    IServiceCollection Services { get; }
}
