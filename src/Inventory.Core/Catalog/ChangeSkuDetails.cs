using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Sets one kind of details of a SKU; what was set of that kind before is replaced as a whole.</summary>
public abstract record ChangeSkuDetails : Command
{
    private protected ChangeSkuDetails(CommandKey key, string sku)
        : base(key) => Sku = sku;

    /// <summary>The SKU's code.</summary>
    public string Sku { get; init; }
}
