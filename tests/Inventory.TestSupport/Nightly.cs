namespace Inventory.TestSupport;

/// <summary>Sizes that take minutes are for the nightly run, which sets <c>INVENTORY_NIGHTLY=1</c>.</summary>
public static class Nightly
{
    /// <summary>Whether this is the nightly run.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable("INVENTORY_NIGHTLY") == "1";

    /// <summary>One size or the other.</summary>
    /// <param name="usual">The size of every other run.</param>
    /// <param name="nightly">The size of the nightly run.</param>
    public static int Size(int usual, int nightly) => IsOn ? nightly : usual;
}
