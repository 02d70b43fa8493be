using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;

namespace Inventory.Storage.Memory;

/// <summary>Writes master data with its hashes and the codes it is found by.</summary>
internal static class CatalogWriting
{
    public static void Put(LedgerTables tables, Sku sku)
    {
        if (tables.Skus.TryGet(sku.Number, out var before) && before.Row.Variant is { } left)
        {
            tables.Variants.Remove((left.Template, sku.Number));
        }

        if (sku.Variant is { } joined)
        {
            tables.Variants.Set((joined.Template, sku.Number), sku.Number);
        }

        tables.Skus.Set(sku.Number, new(sku, sku.ComputeCheck()));
        tables.SkuCodes.Set(new(sku.CodeKey), sku.Number);
        if (!tables.Heads.TryGet(sku.Number, out _))
        {
            tables.Heads.Set(sku.Number, Head.Of(sku.Number));
        }
    }

    public static void Put(LedgerTables tables, Location location)
    {
        tables.Locations.Set(location.Number, new(location, location.ComputeCheck()));
        tables.LocationCodes.Set(new(location.CodeKey), location.Number);
    }

    public static void Put(LedgerTables tables, Reason reason)
    {
        tables.Reasons.Set(reason.Number, new(reason, reason.ComputeCheck()));
        tables.ReasonCodes.Set(new(reason.CodeKey), reason.Number);
    }

    public static void Put(LedgerTables tables, Reference reference)
    {
        tables.References.Set((reference.Kind, reference.Number), new(reference, reference.ComputeCheck()));
        tables.ReferenceCodes.Set((reference.Kind, new(reference.CodeKey)), reference.Number);
    }

    public static void Put(LedgerTables tables, Identifier identifier) => tables.Identifiers.Set(
        (identifier.Kind, new(identifier.Value), Micros.ToNumber(identifier.ValidFrom)),
        new(identifier, identifier.ComputeCheck()));
}
