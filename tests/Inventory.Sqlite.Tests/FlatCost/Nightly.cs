namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>Sizes that take minutes are for the nightly run, which sets <c>INVENTORY_NIGHTLY=1</c>.</summary>
internal static class Nightly
{
    public static bool IsOn => Environment.GetEnvironmentVariable("INVENTORY_NIGHTLY") == "1";

    public static int Size(int usual, int nightly) => IsOn ? nightly : usual;
}
