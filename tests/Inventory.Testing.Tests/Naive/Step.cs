namespace Inventory.Testing.Tests.Naive;

/// <summary>
/// One command of a random story, as plain numbers: what they mean is decided when the story is told, so that they
/// shrink. Zero is the plainest of everything.
/// </summary>
public sealed record Step(byte Kind, byte Sku, byte Place, byte Quantity, byte Time, byte Extra, byte Key, byte Gap)
{
    private const int Bytes = 8;

    /// <summary>As many steps as asked for, of one source of randomness.</summary>
    public static IEnumerable<Step> Random(Random random, int count)
    {
        var bytes = new byte[Bytes * count];
        random.NextBytes(bytes);
        return bytes.Chunk(Bytes).Select(b => new Step(b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]));
    }
}
