using Inventory.Commands;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;
using Inventory.Testing;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>
/// What becomes of commands whose COMMIT fails on a real file: tried again while that may help, then said as it is.
/// </summary>
[Capability("MOV-18"), Capability("MOV-19")]
public sealed class CommitRecoveryTests : IDisposable
{
    private static readonly Command[] Sent =
        [Shop.Receipt("r", "A", 10), Shop.Issue("i", "A", 4), Shop.Issue("too many", "A", 90)];

    private readonly StoreFile _file = new();
    private readonly PromptTime _time = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(Break.Full)]
    [InlineData(Break.Unwritable)]
    [InlineData(Break.Unsynchronisable)]
    public async Task Log_ThatIsMendedInTime_CostsNoCaller(Break how)
    {
        Assert.SkipUnless(BrokenFile.IsSupported, "Files are broken by means of Linux.");
        await using var store = _file.Store();
        await store.EnsureSchemaAsync();
        var log = BrokenLog.Of(_file);
        await using var inventory = await OpenAsync(store);
        using var broken = log.Break(how);
        _time.OnPause = pause =>
        {
            if (pause == 2)
            {
                broken.Dispose();
            }
        };

        var answers = await inventory.ExecuteAsync(Sent);

        Assert.Equal([true, true, false], answers.Select(answer => answer.Succeeded));
        Assert.DoesNotContain(answers.Take(2), answer => answer.Value.AlreadyApplied);
        Assert.Equal(2, _time.Pauses);
        await CheckAsync(inventory, 6);
    }

    [Theory]
    [InlineData(Break.Full, typeof(InventoryStoreException))]
    [InlineData(Break.Unwritable, typeof(CommitOutcomeUnknownException))]
    [InlineData(Break.Unsynchronisable, typeof(CommitOutcomeUnknownException))]
    public async Task Log_ThatStaysBroken_IsSaid_AndTheKeysAreSafeToSendAgain(Break how, Type expected)
    {
        Assert.SkipUnless(BrokenFile.IsSupported, "Files are broken by means of Linux.");
        await using var store = _file.Store();
        await store.EnsureSchemaAsync();
        var log = BrokenLog.Of(_file);
        await using var inventory = await OpenAsync(store);
        using (log.Break(how))
        {
            await Assert.ThrowsAsync(expected, () => inventory.ExecuteAsync(Sent));
        }

        await CheckAsync(inventory, 0);
        var answers = await inventory.ExecuteAsync(Sent);
        Assert.Equal([true, true, false], answers.Select(answer => answer.Succeeded));
        Assert.DoesNotContain(answers.Take(2), answer => answer.Value.AlreadyApplied);
        await CheckAsync(inventory, 6);
    }

    [Fact]
    public async Task Commit_ThatOneCommandSpoils_FailsThatCommandAlone()
    {
        await using var store = _file.Store();
        await store.EnsureSchemaAsync();
        await using var inventory = await OpenAsync(store);
        HostTables.Create(_file);
        HostTables.RefuseCommand(_file, "c17");

        var calls = Enumerable.Range(0, 40)
            .Select(n => inventory.ExecuteAsync(Shop.Receipt($"c{n}", "A", 1))).ToList();
        var failure = await Assert.ThrowsAsync<InventoryStoreException>(() => calls[17]);
        calls.RemoveAt(17);
        Assert.All(await Task.WhenAll(calls), answer => Assert.False(answer.GetValueOrThrow().AlreadyApplied));

        Assert.False(failure.IsTransient);
        Assert.Contains("FOREIGN KEY", failure.Message, StringComparison.Ordinal);
        await CheckAsync(inventory, 39);
        HostTables.RefuseNothing(_file);
        Assert.False((await inventory.ExecuteAsync(Shop.Receipt("c17", "A", 1))).GetValueOrThrow().AlreadyApplied);
        await CheckAsync(inventory, 40);
    }

    private async Task<IInventory> OpenAsync(SqliteStore store)
    {
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        var inventory = await InventoryEngine.OpenAsync(store, options, new FakeClock(), timeProvider: _time);
        foreach (var answer in await inventory.ExecuteAsync(Shop.Founding("A")))
        {
            answer.GetValueOrThrow();
        }

        return inventory;
    }

    private async Task CheckAsync(IInventory inventory, decimal onHand)
    {
        Assert.Equal(onHand, (await inventory.GetOnHandAsync(new OnHandQuery("A"))).Value.Quantity.Amount);
        Assert.Empty((await inventory.VerifyAsync()).Findings);
        using var connection = _file.Connect();
        Assert.Equal("ok", new SqliteCommand("PRAGMA integrity_check", connection).ExecuteScalar());
    }
}
