using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>Two engines on one ledger, as two processes have it.</summary>
[Capability("INT-11")]
public sealed class TwoEnginesTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Interleaved_NothingIsSoldTwice(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await Shop.OpenAsync(stores.First);
        await using var second = await Shop.ConnectAsync(stores.Connect(), clock: first.Clock);
        await first.PostAsync(Shop.Receipt("stock", 300), Shop.Receipt("other", 300, to: "NYC"));

        var sellers = new[] { first, second }
            .SelectMany((shop, engine) => Enumerable.Range(0, 4).Select(seller => Task.Run(async () =>
        {
            var sold = 0;
            for (var n = 0; n < 60; n++)
            {
                var answers = await shop.Inventory.ExecuteAsync(
                [
                    Shop.Issue($"{engine}-{seller}-{n}", 1),
                    Shop.Issue($"{engine}-{seller}-{n}-ny", 1, "NYC"),
                    new Inventory.Reservations
                        .ReserveStock($"{engine}-{seller}-{n}-x", "NUT", "OPEN", Quantity.Each(1)),
                ]);
                sold += answers[0].Succeeded ? 1 : 0;
                Assert.False(answers[2].Succeeded);
                Assert.All(answers.Take(2).Where(answer => !answer.Succeeded), answer =>
                    Assert.Equal(ErrorCodes.Insufficient, answer.Errors[0].Code));
            }

            return sold;
        }))).ToList();
        var all = await Task.WhenAll(sellers);

        Assert.Equal(300, all.Sum());
        Assert.Equal(0, await first.OnHandAsync());
        Assert.Equal(600, (await second.HistoryAsync())
            .Count(movement => movement.Kind == Movements.MovementKind.Issue));
        await first.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Refusal_IsNeverGivenFromAStaleCache(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await Shop.OpenAsync(stores.First);
        await using var second = await Shop.ConnectAsync(stores.Connect(), clock: first.Clock);
        await first.PostAsync(Shop.Receipt("r", 1), Shop.Issue("i", 1));
        Assert.Equal(ErrorCodes.Insufficient, (await first.RefuseAsync(Shop.Issue("no", 5))).Code);
        Assert.Equal(ErrorCodes.SkuNotFound, (await first.RefuseAsync(Shop.Receipt("new", 5, sku: "NEW"))).Code);

        await second.PostAsync(Shop.Receipt("more", 5), new Catalog.DefineSku("def", "NEW"));

        await first.PostAsync(Shop.Issue("yes", 5), Shop.Receipt("new", 5, sku: "NEW"));
        Assert.Equal(ErrorCodes.Insufficient, (await second.RefuseAsync(Shop.Issue("none left", 1))).Code);
        await second.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task SameKey_AtBothEngines_IsAppliedOnce(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await Shop.OpenAsync(stores.First);
        await using var second = await Shop.ConnectAsync(stores.Connect(), clock: first.Clock);
        for (var n = 0; n < 50; n++)
        {
            Command command = Shop.Receipt($"k{n}", 1);
            var answers = await Task
                .WhenAll(first.Inventory.ExecuteAsync(command), second.Inventory.ExecuteAsync(command));
            Assert.Single(answers, answer => !answer.Value.AlreadyApplied);
            Assert.Equal(answers[0].Value.Entries, answers[1].Value.Entries);
        }

        Assert.Equal(50, await second.OnHandAsync());
        await second.VerifyAsync();
    }
}
