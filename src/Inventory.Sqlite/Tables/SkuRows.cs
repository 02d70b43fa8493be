using System.Collections.Immutable;

namespace Inventory.Sqlite.Tables;

/// <summary>The tables that hold rows of SKUs, taken together.</summary>
internal static class SkuRows
{
    /// <summary>The tables folded from the streams, which can be deleted and folded again.</summary>
    private static readonly ImmutableArray<string> Projections =
    [
        "head", "position", "hold", "dated_supply", "dated_need", "balance", "bin_content", "lot", "reversed",
        "reservation", "allocation", "day", "block", "block_balance", "checkpoint", "layer", "layer_take",
        "lot_cost",
    ];

    /// <summary>Per table, a query for the numbers of the SKUs it has rows of.</summary>
    public static ImmutableArray<string> Distinct { get; } =
        [.. Projections.AddRange("entry", "promise_entry", "sku_conversion").Select(DistinctIn)];

    /// <summary>Per projection, the deletion of all rows of a SKU.</summary>
    public static ImmutableArray<string> Deletions { get; } =
        [.. Projections.Select(table => $"DELETE FROM inventory_{table} WHERE ledger = ?1 AND sku = ?2")];

    // Jumps from SKU to SKU, so that a table of many rows is not read as a whole.
    private static string DistinctIn(string table) =>
        $"""
        WITH RECURSIVE skus (sku) AS (
            SELECT min(sku) FROM inventory_{table} WHERE ledger = ?1
            UNION ALL
            SELECT (SELECT min(t.sku) FROM inventory_{table} t WHERE t.ledger = ?1 AND t.sku > skus.sku)
            FROM skus WHERE skus.sku IS NOT NULL)
        SELECT sku FROM skus WHERE sku IS NOT NULL
        """;
}
