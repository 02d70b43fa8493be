using System.Globalization;

namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>Everything the made-up shop sells.</summary>
internal static class ProductRange
{
    public const int Count = 300;

    private const int FirstNumber = 20_011;
    private const int NumberStep = 13;
    private const int LetteredEvery = 7;

    private static readonly string[] _looks =
    [
        "RED", "BLUE", "IVORY", "VINTAGE", "SPOTTY", "WOODEN", "GLASS", "ENAMEL", "SET OF 6", "RETRO", "TIN", "PAPER",
    ];

    // Commas and quotes are here on purpose: real descriptions have them, and they must survive the file.
    private static readonly string[] _things =
    [
        "LANTERN", "TEACUP AND SAUCER", "CAKE STAND", "BUNTING", "PICNIC BAG", "PHOTO FRAME 8\"", "LUNCH BOX",
        "CANDLE, SMALL", "CANDLE, LARGE", "DOORMAT", "WALL CLOCK", "GIFT TAGS, PACK OF 12", "STORAGE JAR",
        "\"HOME\" SIGN", "WATERING CAN", "HOT WATER BOTTLE", "JIGSAW", "NOTEBOOK", "PARASOL", "TREE DECORATION",
        "TRINKET BOX", "CUSHION COVER", "TEA TOWEL", "ALARM CLOCK", "SEWING KIT",
    ];

    private static readonly int[] _pricesInPence =
        [19, 42, 55, 65, 85, 85, 125, 125, 145, 165, 195, 210, 255, 295, 375, 425, 495, 595, 795, 995, 1_275, 1_695];

    public static Product[] Create(SplitMix64 random)
    {
        Product[] range = new Product[Count];
        for (int i = 0; i < range.Length; i++)
        {
            string description = $"{_looks[i / _things.Length]} {_things[i % _things.Length]}";
            decimal price = random.Pick<int>(_pricesInPence) / 100m;
            range[i] = new Product(CodeOf(i), description, price, WeightsOf(i, random));
        }

        return range;
    }

    private static string CodeOf(int i)
    {
        string number = (FirstNumber + NumberStep * i).ToString(CultureInfo.InvariantCulture);
        return i % LetteredEvery == 0 ? number + (char)('A' + i % 4) : number;
    }

    // A few products sell a lot and most sell little, as in any shop.
    private static int[] WeightsOf(int i, SplitMix64 random)
    {
        int popularity = 12_000 / (12 + random.Next(Count));
        return [.. Season.Of(i).Select(month => month * popularity)];
    }
}
