using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>Commands that share a transaction do each other no harm.</summary>
[Capability("INT-11")]
public sealed class NeighbourTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Answers_ComeInTheOrderSent_AndRefusalsHarmNoNeighbour(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var commands = Enumerable.Range(0, 300).Select(i => (i % 3) switch
        {
            0 => Shop.Receipt($"c{i}", 2),
            1 => Shop.Issue($"c{i}", 1),
            _ => (Command)Shop.Issue($"c{i}", 1_000),
        }).ToList();

        var answers = await shop.Inventory.ExecuteAsync(commands);

        for (var i = 0; i < answers.Count; i++)
        {
            Assert.Equal(i % 3 != 2, answers[i].Succeeded);
            Assert.Equal(answers[i].Succeeded ? $"c{i}" : "Conflict.Insufficient", answers[i]
                .Match(posted => posted.Key.Text, errors => errors[0].Code.Name));
        }

        Assert.Equal(100, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Culprit_OfABatchThatFails_FailsAlone(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        var tries = 0;
        store.OnWrite = records =>
        {
            if (records.Any(record => record.Key.Text == "c17"))
            {
                tries++;
                throw new InvalidDataException("That one.");
            }
        };

        var calls = Enumerable.Range(0, 40).Select(i => shop.Inventory.ExecuteAsync(Shop.Receipt($"c{i}", 1))).ToList();
        for (var i = 0; i < calls.Count; i++)
        {
            if (i == 17)
            {
                await Assert.ThrowsAsync<InvalidDataException>(() => calls[17]);
            }
            else
            {
                Assert.True((await calls[i]).Succeeded);
            }
        }

        Assert.True(tries > 0);
        Assert.Equal(39, await shop.OnHandAsync());
        Assert.DoesNotContain(await shop.Inventory.ReadChangesAsync().ToListAsync(), change =>
            change.Key.Text == "c17");
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Overflow_OfASum_IsATypedRefusal_AndHarmsNoNeighbour(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        const decimal much = 9_000_000_000_000_000_000m;

        var answers = await shop.Inventory.ExecuteAsync(
            [Shop.Receipt("a", much, 0), Shop.Receipt("b", 1, sku: "NUT", to: "NYC"), Shop.Receipt("c", much, 0), Shop
                .Issue("d", 5)]);

        Assert.Equal([true, true, false, true], answers.Select(answer => answer.Succeeded));
        Assert.Equal(ErrorCodes.InvalidQuantity, answers[2].Errors[0].Code);
        Assert.Equal(much - 5, await shop.OnHandAsync(new OnHandQuery("NUT") { Location = "B1" }));
        Assert.Equal(ErrorCodes.InvalidQuantity, (await shop.RefuseAsync(Shop.Receipt("e", much, 0))).Code);
        await shop.VerifyAsync();
    }

    [Property(MaxTest = 3, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-01")]
    public async Task Preview_WritesNothing_AndIsWhatExecuteAnswers(Seed seed)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await Shop.OpenAsync(stores.First);
        var refused = 0;
        foreach (var (now, commands) in new RandomLedger(LedgerShape.WithLateFacts, seed).Pieces(shop.Clock.Now, 150))
        {
            shop.Clock.Now = now;
            foreach (var command in commands)
            {
                var anchor = await shop.Inventory.GetAnchorAsync();
                var preview = Describe((await shop.Inventory.PreviewAsync([command]))[0]);
                Assert.Equal(anchor, await shop.Inventory.GetAnchorAsync());
                var answer = await shop.Inventory.ExecuteAsync(command);
                Assert.Equal(preview, Describe(answer));
                refused += answer.Succeeded ? 0 : 1;
            }
        }

        Assert.InRange(refused, 1, 149);
    }

    private static string Describe(Result<Posted> answer) => answer.Match(
        posted => $"{posted.Key} {posted.Recorded} {string.Join(' ', posted.Entries)} {posted.AtRisk}",
        errors => string.Join(' ', errors));
}
