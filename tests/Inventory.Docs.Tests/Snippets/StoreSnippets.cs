using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.Testing.Storage;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets for tests of a host and for writers of stores.</summary>
public sealed class StoreSnippets
{
    [Fact]
    public async Task LostAnswers_AreFoundOut()
    {
        #region snippet: faulty
        for (var call = 1; call <= 20; call++)
        {
            await using var store = new FaultyStore(new MemoryStore());
            await using var inventory = await InventoryEngine.OpenAsync(store);
            await inventory.DefineSiteAsync("SHOP");
            await inventory.DefineSkuAsync("MUG");

            store.Reset();
            store.FailAfter(call); // the n-th call to the store takes effect, but its answer is lost
            try
            {
                await inventory.ReceiveAsync("delivery-1", "MUG", Quantity.Each(10), "SHOP", Cost.Zero);
            }
            catch (InventoryStoreException)
            {
                // Whether it was applied or not: send it again with the same key.
            }

            store.Reset();
            await inventory.ReceiveAsync("delivery-1", "MUG", Quantity.Each(10), "SHOP", Cost.Zero);
            var mugs = await inventory.GetOnHandAsync(new OnHandQuery("MUG"));
            Assert.Equal(Quantity.Each(10), mugs.Value.Quantity);
        }
        #endregion
    }

    #region snippet: conformance
    public sealed class MyStoreTests : StoreConformance
    {
        public static TheoryData<string> Names => [.. Cases];

        [Theory]
        [MemberData(nameof(Names))]
        public Task Store_KeepsTheContract(string name) => RunAsync(name);

        protected override ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken) =>
            new(new MemoryStore());
    }
    #endregion
}
