using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>All that lies in one bin, by SKU, as a decision sees it.</summary>
/// <remarks>Mutable; not safe for use from several threads.</remarks>
public sealed class BinWindow
{
    private readonly SortedDictionary<int, long> _rows = [];

    /// <summary>Creates the window.</summary>
    /// <param name="contents">The bin's rows; several of one SKU add up.</param>
    public BinWindow(IEnumerable<BinContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        foreach (var content in contents)
        {
            Move(content.Sku, content.Quantity);
        }
    }

    /// <summary>What lies there, by SKU; in steps of its base unit, and not zero.</summary>
    public IReadOnlyDictionary<int, long> Rows => _rows;

    internal void Move(int sku, long change)
    {
        var after = _rows.GetValueOrDefault(sku) + change;
        if (after == 0)
        {
            _rows.Remove(sku);
        }
        else
        {
            _rows[sku] = after;
        }
    }

    internal BinWindow Clone() => new(_rows.Select(row => new BinContent(row.Key, 0, row.Value)));
}
