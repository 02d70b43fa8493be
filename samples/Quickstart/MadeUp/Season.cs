namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>How well a product sells in each month; 10 is an ordinary month.</summary>
internal static class Season
{
    private static readonly int[] _steady = [9, 9, 10, 10, 10, 10, 9, 9, 11, 12, 14, 12];
    private static readonly int[] _summer = [0, 1, 4, 10, 18, 24, 24, 18, 6, 1, 0, 0];
    private static readonly int[] _christmas = [2, 0, 0, 0, 0, 1, 2, 5, 14, 30, 48, 40];
    private static readonly int[] _newInMay = [0, 0, 0, 0, 12, 14, 14, 12, 12, 12, 14, 12];
    private static readonly int[] _soldOut = [14, 12, 10, 8, 6, 4, 2, 1, 0, 0, 0, 0];

    public static int[] Of(int product) => (product % 10) switch
    {
        1 or 6 => _summer,
        3 or 8 => _christmas,
        5 => _newInMay,
        9 => _soldOut,
        _ => _steady,
    };
}
