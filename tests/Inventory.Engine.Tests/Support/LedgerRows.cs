using Inventory.Ledger;

namespace Inventory.Engine.Tests.Support;

/// <summary>
/// A ledger as text, without what says how its commands were put together: commits, ordinals and blocks.
/// </summary>
internal static class LedgerRows
{
    public static Task<List<string>> ReadAsync(Shop shop) => shop.ReadAsync(async reader =>
    {
        var lines = new List<string>();
        foreach (var sku in await reader.GetSkusWithRowsAsync())
        {
            await foreach (var entry in reader.ReadEntriesAsync(sku, EntryKey.Start, EntryKey.End))
            {
                lines.Add($"{entry with { Commit = 0, Ordinal = 0 }}");
            }

            var rows = await reader.GetProjectionsAsync(sku);
            lines.Add($"{rows.Head with { BlockEffective = 0, BlockSequence = 0, BlockEntries = 0 }}");
            lines.AddRange(rows.Positions.Select(position => $"{position}"));
            lines.AddRange(rows.Balances.Select(balance => $"{balance}"));
            lines.AddRange(rows.Legs.Select(leg => $"{leg with { Key = default }}"));
        }

        return lines;
    });
}
