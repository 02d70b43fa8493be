using System.Diagnostics.CodeAnalysis;

namespace Inventory.Decisions;

/// <content>Bins whose room is limited.</content>
public sealed partial class Stock
{
    private readonly Dictionary<int, BinWindow> _bins = [];

    /// <summary>Puts what lies in a bin into the window.</summary>
    /// <param name="place">The bin's number.</param>
    /// <param name="bin">All that lies there.</param>
    public void PutBin(int place, BinWindow bin)
    {
        ArgumentNullException.ThrowIfNull(bin);
        _bins[place] = bin;
        Rows += 1 + bin.Rows.Count;
    }

    internal bool TryGetBin(int place, [NotNullWhen(true)] out BinWindow? bin)
    {
        if (!_bins.TryGetValue(place, out bin) && _origin is not null && _origin.TryGetBin(place, out var original))
        {
            bin = original.Clone();
            _bins.Add(place, bin);
        }

        return bin is not null;
    }
}
