using Inventory.Commands;
using Inventory.Reservations;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Hosts;

/// <summary>Commands that a host commits with its own rows are applied afterwards: each once, in order.</summary>
[Capability("INT-03")]
public sealed class InboxTests : IAsyncLifetime
{
    private HostShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await HostShop.OpenAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Committed_IsAppliedOnce_RolledBack_IsNot()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("sold", "A", 3));
        await EnqueueAsync(isKept: false, Shop.Issue("not-sold", "A", 3));
        Assert.Equal(10, await _shop.OnHandAsync());
        var waiting = Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync());
        Assert.True(waiting.IsWaiting);
        Assert.Equal(
            (new CommandKey("sold"), "PostMovement", _shop.Clock.Now, null),
            (waiting.Key, waiting.Kind, waiting.Enqueued, waiting.Tried));
        Assert.Equal(Shop.Issue("sold", "A", 3).ComputePayload(), waiting.Command!.ComputePayload());

        Assert.Equal(new InboxRun(1, 0), await _shop.Inventory.ApplyInboxAsync());
        Assert.Equal(new InboxRun(0, 0), await _shop.Inventory.ApplyInboxAsync());

        Assert.Equal((7, 1), (await _shop.OnHandAsync(), _shop.Orders()));
        Assert.Empty(await _shop.Inventory.ReadInboxAsync().ToListAsync());
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Order_IsKept_OverPagesAndTransactions()
    {
        const int Count = 600;
        for (var i = 0; i < Count; i += 150)
        {
            await EnqueueAsync(
                isKept: true,
                [
                    .. Enumerable.Range(i, 150).Select(n => (Command)new ReserveStock(
                        $"k{n}", "A", "SHOP", Quantity.Each(1)) { Stamp = new Stamp($"{n}") }),
                ]);
            await _shop.PostAsync(Shop.Receipt($"r{i}", "A", 150));
        }

        Assert.Equal(new InboxRun(Count, 0), await _shop.Inventory.ApplyInboxAsync());

        var actors = await _shop.Inventory.ReadChangesAsync().Where(change => change.Stamp is not null)
            .Select(change => change.Stamp!.Actor!).ToListAsync();
        Assert.Equal(Enumerable.Range(0, Count).Select(n => $"{n}"), actors);
    }

    [Fact]
    public async Task Refused_StaysListed_BlocksNobody_AndCanBeCured()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("a", "A", 4), Shop.Issue("b", "A", 7), Shop.Issue("c", "A", 5));

        Assert.Equal(new InboxRun(2, 1), await _shop.Inventory.ApplyInboxAsync());
        Assert.Equal(1, await _shop.OnHandAsync());
        var refused = Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync());
        Assert.False(refused.IsWaiting);
        Assert.Equal((new CommandKey("b"), _shop.Clock.Now), (refused.Key, refused.Tried));
        var error = Assert.Single(refused.Refusals);
        Assert.Equal(
            (ErrorCodes.Insufficient, "lines[0].quantity", "6 ea"), (error.Code, error.Target, error.Allowed));
        Assert.Contains("only 6 ea can be taken", error.Message, StringComparison.Ordinal);
        await _shop.VerifyAsync();

        // Not tried again by itself; and not cured yet.
        Assert.Equal(new InboxRun(0, 0), await _shop.Inventory.ApplyInboxAsync());
        Assert.Equal(new InboxRun(0, 1), await _shop.Inventory.ApplyInboxAsync(retryRefused: true));
        await _shop.PostAsync(Shop.Receipt("more", "A", 6));
        Assert.Equal(new InboxRun(1, 0), await _shop.Inventory.ApplyInboxAsync(retryRefused: true));
        Assert.Equal(0, await _shop.OnHandAsync());
        Assert.Empty(await _shop.Inventory.ReadInboxAsync().ToListAsync());
    }

    [Fact]
    public async Task Refused_CanBeDiscarded_WaitingOnesCannot()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("too-much", "A", 99));
        await _shop.Inventory.ApplyInboxAsync();
        await EnqueueAsync(isKept: true, Shop.Issue("waits", "A", 1));
        var numbers = await _shop.Inventory.ReadInboxAsync().Select(item => item.Number).ToListAsync();

        Assert.Equal(1, await _shop.Inventory.DiscardInboxAsync([.. numbers, 77]));

        Assert.Equal("waits", Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync()).Key);
        await _shop.Inventory.ApplyInboxAsync();
        await EnqueueAsync(isKept: true, Shop.Issue("next", "A", 1));
        Assert.True(Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync()).Number > numbers[^1]);
    }

    [Fact]
    public async Task SameCommand_EnqueuedTwice_IsAppliedOnce_AnotherUnderItsKey_IsRefused()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("k", "A", 1), Shop.Issue("k", "A", 1));
        await _shop.PostAsync(Shop.Issue("k", "A", 1));
        await EnqueueAsync(isKept: true, Shop.Issue("k", "A", 2));

        Assert.Equal(new InboxRun(2, 1), await _shop.Inventory.ApplyInboxAsync());

        Assert.Equal(9, await _shop.OnHandAsync());
        var item = Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync());
        Assert.Equal(ErrorCodes.IdempotencyMismatch, item.Refusals[0].Code);
    }

    [Fact]
    public async Task WhatWaits_IsAppliedWhenTheLedgerIsOpened()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("sold", "A", 3));
        await _shop.CloseAsync();

        var next = await HostShop.ConnectAsync(_shop.File);

        Assert.Equal(7, await next.OnHandAsync());
        Assert.Empty(await next.Inventory.ReadInboxAsync().ToListAsync());
        await next.VerifyAsync();
        await next.CloseAsync();
    }

    [Fact]
    public async Task Opening_WhileTheDatabaseIsHeld_SucceedsAndLeavesTheInbox()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("sold", "A", 3));
        HostShop next;
        using (var connection = _shop.Connect())
        using (connection.BeginTransaction())
        {
            next = await HostShop.ConnectAsync(_shop.File, TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(10, await next.OnHandAsync());
        Assert.Equal(new InboxRun(1, 0), await next.Inventory.ApplyInboxAsync());
        await next.CloseAsync();
    }

    [Fact]
    public async Task ManyEngines_ApplyingAtOnce_ApplyEachOnce()
    {
        await _shop.PostAsync(Shop.Receipt("plenty", "A", 490));
        await EnqueueAsync(
            isKept: true, [.. Enumerable.Range(0, 300).Select(n => (Command)Shop.Issue($"k{n}", "A", 2))]);
        var second = await HostShop.ConnectAsync(_shop.File, TimeSpan.FromSeconds(30));

        await Task.WhenAll(new[] { _shop, second, _shop, second }.Select(each => Task.Run(
            () => each.Inventory.ApplyInboxAsync(retryRefused: true))));

        // 250 of them could be: which of the others were refused does not depend on who applied them.
        Assert.Equal(0, await _shop.OnHandAsync());
        var left = await _shop.Inventory.ReadInboxAsync().ToListAsync();
        Assert.Equal(50, left.Count);
        Assert.All(left, item => Assert.Equal(ErrorCodes.Insufficient, item.Refusals[0].Code));
        await _shop.VerifyAsync();
        await second.CloseAsync();
    }

    [Fact]
    public async Task UnreadableRow_IsListed_AndAnEditedOneIsNotApplied()
    {
        await EnqueueAsync(isKept: true, Shop.Issue("edited", "A", 1), Shop.Issue("whole", "A", 2));
        _shop.File.Run(
            "UPDATE inventory_inbox SET body = replace(body, '\"amount\":\"1\"', '\"amount\":\"9\"') "
            + "WHERE key_text = 'edited'");

        Assert.Equal(new InboxRun(1, 1), await _shop.Inventory.ApplyInboxAsync());

        Assert.Equal(8, await _shop.OnHandAsync());
        var item = Assert.Single(await _shop.Inventory.ReadInboxAsync().ToListAsync());
        Assert.Equal((ErrorCodes.InvalidCommand, null), (item.Refusals[0].Code, item.Command));
        var finding = Assert.Single((await _shop.Inventory.VerifyAsync()).Findings);
        Assert.Contains("'edited'", $"{finding}", StringComparison.Ordinal);
        Assert.Equal(1, await _shop.Inventory.DiscardInboxAsync([item.Number]));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Command_WithoutAKey_IsNotTakenIn()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();

        await Assert.ThrowsAsync<ArgumentException>(
            () => _shop.Inventory.EnqueueAsync(transaction, [Shop.Issue("k", "A", 1) with { Key = default }]));
        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Inventory.EnqueueAsync(transaction, [null!]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _shop.Inventory.EnqueueAsync(transaction, null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _shop.Inventory.DiscardInboxAsync(null!));
        await _shop.Inventory.EnqueueAsync(transaction, []);
        transaction.Commit();
        Assert.Empty(await _shop.Inventory.ReadInboxAsync().ToListAsync());
    }

    private async Task EnqueueAsync(bool isKept, params Command[] commands)
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();
        HostShop.AddOrder(transaction, $"{commands[0].Key}/{commands.Length}/{_shop.Orders()}");
        await _shop.Inventory.EnqueueAsync(transaction, commands);
        if (isKept)
        {
            transaction.Commit();
        }
        else
        {
            transaction.Rollback();
        }
    }
}
