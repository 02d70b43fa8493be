namespace Inventory.Architecture.Tests;

/// <summary>Reports every breach of a rule at once, each on its own line, so that one run shows all the work.</summary>
internal static class Violations
{
    public static void None(string rule, IEnumerable<string> found)
    {
        var all = found.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", all)}");
        }
    }
}
