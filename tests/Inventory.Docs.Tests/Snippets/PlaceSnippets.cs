using Inventory.Docs.Tests.Support;
using Inventory.Locations;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about places.</summary>
public sealed class PlaceSnippets
{
    [Fact]
    public async Task Freezes_StopMovementsAndLetCountsGoOn()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=places.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: freezes
        await inventory.ExecuteAsync(
        [
            new DefineLocation("zone-a", "A", LocationKind.Zone, "SHOP"),
            new DefineLocation("bin-a1", "A-1", LocationKind.Bin, "A"),
        ]);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "A-1", Cost.PerUnit(2));

        var noon = Instant.FromUtc(2026, 3, 2, 12, 0);
        await inventory.FreezeAsync("count-a", "A", "anna", FreezePurpose.Count, noon);
        var refused = await inventory.IssueAsync("i1", "MUG", Quantity.Each(1), "A-1");
        Console.WriteLine(refused.Errors[0].Message);

        await inventory.CountAsync("c1", "MUG", "A-1", Quantity.Each(9));
        await inventory.UnfreezeAsync("counted-a", "A");
        Console.WriteLine((await inventory.IssueAsync("i2", "MUG", Quantity.Each(1), "A-1")).Succeeded);
        #endregion

        Printed.ShouldBe("freezes");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }
}
