using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Hosts;

/// <summary>A host's order and its reservation become durable together, or not at all.</summary>
[Capability("MOV-06")]
public sealed class EnlistTests : IAsyncLifetime
{
    private HostShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await HostShop.OpenAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Commit_MakesOrderAndReservationDurableTogether()
    {
        Result<Posted> answer;
        using (var connection = _shop.Connect())
        using (var transaction = connection.BeginTransaction())
        {
            HostShop.AddOrder(transaction, "order-1");
            answer = (await _shop.Inventory.EnlistAsync(transaction, [Reserve("order-1", 4)]))[0];
            Assert.Equal((0, 10), (_shop.Orders(), await _shop.AvailableAsync()));
            transaction.Commit();
        }

        Assert.Equal((1, 6), (_shop.Orders(), await _shop.AvailableAsync()));

        // The running engine goes on, on what is there now, and knows the key.
        var again = await _shop.Inventory.ExecuteAsync(Reserve("order-1", 4));
        Assert.Equivalent(answer.Value with { AlreadyApplied = true }, again.Value, strict: true);
        await _shop.PostAsync(Shop.Issue("i", "A", 6));
        Assert.Equal(
            ErrorCodes.Insufficient, (await _shop.Inventory.ExecuteAsync(Shop.Issue("j", "A", 1))).Errors[0].Code);
        await _shop.PostAsync(new ReleaseReservation("release", "order-1"), Shop.Issue("k", "A", 4));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Rollback_LeavesNothing_AndTheEngineGoesOn()
    {
        using (var connection = _shop.Connect())
        using (var transaction = connection.BeginTransaction())
        {
            HostShop.AddOrder(transaction, "order-1");
            var answers = await _shop.Inventory.EnlistAsync(
                transaction,
                [
                    new DefineLocation("place", "ATTIC", LocationKind.Site), Reserve("order-1", 4),
                    new PostMovement(
                        "move", MovementKind.Transfer,
                        new MovementLine("A", Quantity.Each(2)) { From = "SHOP", To = "ATTIC" }),
                ]);
            Assert.All(answers, answer => Assert.True(answer.Succeeded));
            transaction.Rollback();
        }

        Assert.Equal((0, 10), (_shop.Orders(), await _shop.AvailableAsync()));

        // Another place gets the number that the one rolled back had, and the key is free.
        await _shop.PostAsync(
            new DefineLocation("cellar", "CELLAR", LocationKind.Site),
            new PostMovement(
                "move", MovementKind.Transfer,
                new MovementLine("A", Quantity.Each(3)) { From = "SHOP", To = "CELLAR" }));
        var moved = await _shop.Inventory.ReadHistoryAsync("A").LastAsync();
        Assert.Equal("CELLAR", moved.To);
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Refusal_WritesNothing_AndLeavesTheTransactionUsable()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();
        HostShop.AddOrder(transaction, "order-1");

        var refused = await _shop.Inventory.EnlistAsync(
            transaction,
            [Reserve("a", 4), Reserve("too-much", 7), Reserve("b", 2, "B"), Reserve("nowhere", 1, "C")]);
        Assert.Equal(
            [ErrorCodes.GroupRefused, ErrorCodes.Insufficient, ErrorCodes.GroupRefused, ErrorCodes.SkuNotFound],
            refused.Select(answer => answer.Errors[0].Code));

        HostShop.AddOrder(transaction, "order-2");
        Assert.True((await _shop.Inventory.EnlistAsync(transaction, [Reserve("a", 10)]))[0].Succeeded);
        transaction.Commit();

        Assert.Equal((2, 0, 10), (_shop.Orders(), await _shop.AvailableAsync(), await _shop.AvailableAsync("B")));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Calls_OfOneTransaction_SeeEachOther_AndBuildOnEachOther()
    {
        using (var connection = _shop.Connect())
        using (var transaction = connection.BeginTransaction())
        {
            await AppliedAsync(transaction, Shop.Issue("sale", "A", 8));
            var refused = await _shop.Inventory.EnlistAsync(transaction, [Shop.Issue("more", "A", 3)]);
            Assert.Equal(ErrorCodes.Insufficient, refused[0].Errors[0].Code);

            // In one call: what undoes the call before, and what undoes a command of the same call.
            await AppliedAsync(
                transaction, new ReverseMovement("back", "sale"), Reserve("hold", 5),
                new ReleaseReservation("release", "hold"), Shop.Issue("more", "A", 3));
            var again = await _shop.Inventory.EnlistAsync(transaction, [Shop.Issue("sale", "A", 8)]);
            Assert.True(again[0].Value.AlreadyApplied);
            var other = await _shop.Inventory.EnlistAsync(transaction, [Shop.Issue("sale", "A", 9)]);
            Assert.Equal(ErrorCodes.IdempotencyMismatch, other[0].Errors[0].Code);
            transaction.Commit();
        }

        Assert.Equal((7, 7), (await _shop.OnHandAsync(), await _shop.AvailableAsync()));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task AppliedBefore_IsAnsweredAsThen_EvenBesideARefusal()
    {
        await _shop.PostAsync(Reserve("old", 1));
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();

        var answers = await _shop.Inventory.EnlistAsync(
            transaction, [Reserve("old", 1), Reserve("new", 1), Reserve("new", 1), Reserve("too-much", 99)]);

        Assert.True(answers[0].Value.AlreadyApplied);
        Assert.Equal(
            [ErrorCodes.GroupRefused, ErrorCodes.GroupRefused, ErrorCodes.Insufficient],
            answers.Skip(1).Select(answer => answer.Errors[0].Code));
        var posted = await _shop.Inventory.EnlistAsync(transaction, [Reserve("new", 1), Reserve("new", 1)]);
        Assert.Equal([false, true], posted.Select(answer => answer.Value.AlreadyApplied));
    }

    [Fact]
    public async Task Failure_Inside_LeavesTheTransactionAsItWas()
    {
        _shop.File.Run(
            """
            CREATE TRIGGER host_fails AFTER INSERT ON inventory_commit_log WHEN (SELECT count(*) FROM host_order) > 0
            BEGIN SELECT RAISE(ABORT, 'not today'); END;
            """);
        using (var connection = _shop.Connect())
        using (var transaction = connection.BeginTransaction())
        {
            HostShop.AddOrder(transaction, "order-1");
            var failure = await Assert.ThrowsAsync<Storage.InventoryStoreException>(
                () => _shop.Inventory.EnlistAsync(transaction, [Reserve("a", 1)]));
            Assert.Contains("not today", failure.Message, StringComparison.Ordinal);
            HostShop.AddOrder(transaction, "order-2");
            transaction.Commit();
        }

        Assert.Equal((2, 10), (_shop.Orders(), await _shop.AvailableAsync()));
        _shop.File.Run("DROP TRIGGER host_fails");
        await _shop.PostAsync(Reserve("a", 1));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task TooMuch_ForTheLedger_IsRefusedAndNotThrown()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();
        var answers = await _shop.Inventory.EnlistAsync(
            transaction, [Free("most", long.MaxValue - 20), Free("more", 100)]);

        Assert.All(answers, answer => Assert.False(answer.Succeeded));
        Assert.Contains(answers, answer => answer.Errors[0].Code == ErrorCodes.InvalidQuantity);
        await AppliedAsync(transaction, Free("more", 100));
    }

    [Fact]
    public async Task Calls_WithNothingOrTooMuch_AreAnsweredWithoutTheStore()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();

        Assert.Empty(await _shop.Inventory.EnlistAsync(transaction, []));
        var many = Enumerable.Range(0, ExecuteOptions.AtomicMax + 1).Select(i => (Command)Reserve($"k{i}", 1)).ToList();
        var refused = await _shop.Inventory.EnlistAsync(transaction, many);
        Assert.All(refused, answer => Assert.Equal(ErrorCodes.InvalidGroup, answer.Errors[0].Code));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _shop.Inventory.EnlistAsync(null!, []));
        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Inventory.EnlistAsync(transaction, [null!]));
    }

    private static PostMovement Free(string key, decimal quantity) => new(
        key, MovementKind.Receipt,
        new MovementLine("A", Quantity.Each(quantity)) { To = "SHOP", Cost = Cost.Zero });

    private static ReserveStock Reserve(string key, decimal quantity, string sku = "A") =>
        new(key, sku, "SHOP", Quantity.Each(quantity));

    private async Task AppliedAsync(SqliteTransaction transaction, params Command[] commands)
    {
        foreach (var answer in await _shop.Inventory.EnlistAsync(transaction, commands))
        {
            Assert.False(answer.GetValueOrThrow().AlreadyApplied);
        }
    }
}
