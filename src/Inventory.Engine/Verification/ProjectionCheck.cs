using Inventory.Storage;

namespace Inventory.Verification;

/// <summary>Compares the rows a store keeps of a SKU with those its streams fold to, table by table.</summary>
internal static class ProjectionCheck
{
    public static async ValueTask RunAsync(IStoreReader reader, SkuProjections expected, Findings findings)
    {
        Compare(expected, await reader.GetProjectionsAsync(expected.Head.Sku).ConfigureAwait(false), findings);

        // Codes are looked up by a key that nobody reads, so each lot must be found by it.
        var lots = expected.Lots.Select(lot => lot.Row.Lot).ToList();
        var found = (await reader.FindLotsAsync([.. lots.Select(lot => (lot.Sku, lot.CodeKey))]).ConfigureAwait(false))
            .Select(lot => lot.Lot.Number).ToHashSet();
        foreach (var lot in lots.Where(lot => !found.Contains(lot.Number)))
        {
            findings.Add("lot", $"SKU number {lot.Sku}, number {lot.Number}", $"is not found by its code '{lot.Code}'");
        }
    }

    private static void Compare(SkuProjections expected, SkuProjections stored, Findings findings)
    {
        var sku = expected.Head.Sku;
        if (expected.Head != stored.Head)
        {
            findings.Add("head", $"SKU number {sku}", $"is {stored.Head}, but the ledger folds to {expected.Head}");
        }

        Rows("position", sku, expected.Positions, stored.Positions, findings);
        Rows("hold", sku, expected.Holds, stored.Holds, findings);
        Rows("dated_supply", sku, expected.Supply, stored.Supply, findings);
        Rows("dated_need", sku, expected.Needs, stored.Needs, findings);
        Rows("balance", sku, expected.Balances, stored.Balances, findings);
        Rows("bin_content", sku, expected.Bins, stored.Bins, findings);
        Rows("lot", sku, expected.Lots, stored.Lots, findings);
        Rows("reversed", sku, expected.Reversed, stored.Reversed, findings);
        Rows("reservation", sku, expected.Legs, stored.Legs, findings);
        Rows("allocation", sku, expected.Allocations, stored.Allocations, findings);
        Rows("day", sku, expected.Days, stored.Days, findings);
        Rows("block", sku, expected.Blocks, stored.Blocks, findings);
        Rows("block_balance", sku, expected.BlockBalances, stored.BlockBalances, findings);
        Rows("checkpoint", sku, expected.Checkpoints, stored.Checkpoints, findings);
        Rows("layer", sku, expected.Layers, stored.Layers, findings);
        Rows("layer_take", sku, expected.Takes, stored.Takes, findings);
        Rows("lot_cost", sku, expected.LotCosts, stored.LotCosts, findings);
    }

    private static void Rows<T>(string table, int sku, IReadOnlyList<T> expected, IReadOnlyList<T> stored,
        Findings findings)
    {
        for (var i = 0; i < Math.Max(expected.Count, stored.Count); i++)
        {
            var should = i < expected.Count ? expected[i] : default;
            var there = i < stored.Count ? stored[i] : default;
            if (!EqualityComparer<T?>.Default.Equals(should, there) || i >= expected.Count || i >= stored.Count)
            {
                findings.Add(table, $"SKU number {sku}, row {i + 1}",
                    $"is {(i < stored.Count ? there : "missing")}, but the ledger folds to {(i < expected.Count ? should : "no such row")}");
                return;
            }
        }
    }
}
