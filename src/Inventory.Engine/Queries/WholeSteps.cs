using Inventory.Catalog;

namespace Inventory.Queries;

/// <summary>Quantities as the ledger counts them.</summary>
internal static class WholeSteps
{
    /// <summary>The steps of a quantity that is in the SKU's base unit and whole.</summary>
    public static long Of(Sku sku, Quantity quantity) => decimal.ToInt64(quantity.Amount / sku.BaseUnit.Step);
}
