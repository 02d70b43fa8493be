using Inventory.Docs.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Storage;
using Microsoft.Data.Sqlite;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about the host's own transaction.</summary>
public sealed class HostSnippets
{
    [Fact]
    public async Task Enlisted_OrderAndReservationAreOne()
    {
        var (store, inventory) = await OpenAsync("enlist.db");
        await using var _ = store;
        await using var __ = inventory;

        #region snippet: enlist
        await using var connection = new SqliteConnection("Data Source=enlist.db");
        await connection.OpenAsync();
        await using (var transaction = connection.BeginTransaction())
        {
            await InsertOrderAsync(transaction, "order-1");
            var answers = await inventory.EnlistAsync(
                transaction,
                [
                    new ReserveStock("order-1/mug", "MUG", "SHOP", Quantity.Each(2)),
                    new ReserveStock("order-1/tea", "TEA", "SHOP", Quantity.Each(1)),
                ]);
            if (answers.All(answer => answer.Succeeded))
            {
                await transaction.CommitAsync();
            }
        }

        var mug = (await inventory.GetAvailabilityAsync(["MUG"]))[0];
        Console.WriteLine($"{mug.Held} held, {mug.Available} available");
        #endregion

        Printed.ShouldBe("enlist");
    }

    [Fact]
    public async Task Inbox_IsAppliedAfterTheCommit()
    {
        var (store, inventory) = await OpenAsync("inbox.db");
        await using var _ = store;
        await using var __ = inventory;
        await using var connection = new SqliteConnection("Data Source=inbox.db");
        await connection.OpenAsync();

        #region snippet: inbox
        var reserved = await inventory.ReserveAsync("order-2/mug", "MUG", "SHOP", Quantity.Each(2));
        reserved.GetValueOrThrow();
        if (!await ChargeTheCardAsync())
        {
            await inventory.ReleaseAsync("order-2/release", "order-2/mug");
            throw new InvalidOperationException("The card was refused.");
        }

        await using (var transaction = connection.BeginTransaction())
        {
            await InsertOrderAsync(transaction, "order-2");
            await inventory.EnqueueAsync(
                transaction,
                [
                    new ReleaseReservation("order-2/release", "order-2/mug"),
                    new PostMovement("order-2/issue", MovementKind.Issue,
                        new MovementLine("MUG", Quantity.Each(2)) { From = "SHOP" }),
                ]);
            await transaction.CommitAsync();
        }

        var run = await inventory.ApplyInboxAsync();
        Console.WriteLine($"{run.Applied} applied, {run.Refused} refused");
        #endregion

        Printed.ShouldBe("inbox");
    }

    [Fact]
    public async Task Refused_IsListedAndCured()
    {
        var (store, inventory) = await OpenAsync("cure.db");
        await using var _ = store;
        await using var __ = inventory;
        await using var connection = new SqliteConnection("Data Source=cure.db");
        await connection.OpenAsync();
        await using (var transaction = connection.BeginTransaction())
        {
            await inventory.EnqueueAsync(
                transaction,
                [
                    new PostMovement("order-3/issue", MovementKind.Issue,
                        new MovementLine("TEA", Quantity.Each(9)) { From = "SHOP" }),
                ]);
            await transaction.CommitAsync();
        }

        await inventory.ApplyInboxAsync();

        #region snippet: cure
        await foreach (var item in inventory.ReadInboxAsync())
        {
            if (!item.IsWaiting)
            {
                Console.WriteLine($"{item.Key}: {item.Refusals[0].Code}");
            }
        }

        await inventory.ReceiveAsync("delivery-9", "TEA", Quantity.Each(10), "SHOP", Cost.PerUnit(4));
        var cured = await inventory.ApplyInboxAsync(retryRefused: true);
        Console.WriteLine($"{cured.Applied} applied, {cured.Refused} refused");
        #endregion

        Printed.ShouldBe("cure");
    }

    [Fact]
    public async Task PipelineCall_InsideAnOpenTransaction_IsToldAtOnce()
    {
        var (store, inventory) = await OpenAsync("held.db");
        await using var _ = store;
        await using var __ = inventory;
        await using var connection = new SqliteConnection("Data Source=held.db");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();

        #region snippet: held
        await inventory.EnlistAsync(transaction, [new ReserveStock("a", "MUG", "SHOP", Quantity.Each(1))]);
        try
        {
            await inventory.ReserveAsync("b", "MUG", "SHOP", Quantity.Each(1));
        }
        catch (WriteLockException held)
        {
            Console.WriteLine($"Worth trying again? {held.IsTransient}");
        }
        #endregion

        Printed.ShouldBe("held");
    }

    private static async Task<(Sqlite.SqliteStore Store, IInventory Inventory)> OpenAsync(string file)
    {
        var (store, inventory) = await SampleShop.OpenAsync($"Data Source={file}");
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.DefineSkuAsync("TEA").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();
        await inventory.ReceiveAsync("r2", "TEA", Quantity.Each(5), "SHOP", Cost.PerUnit(4)).ShouldSucceed();
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var create = new SqliteCommand("CREATE TABLE orders (id TEXT PRIMARY KEY) STRICT", connection);
        await create.ExecuteNonQueryAsync();
        return (store, inventory);
    }

    private static async Task InsertOrderAsync(SqliteTransaction transaction, string id)
    {
        await using var insert = new SqliteCommand(
            "INSERT INTO orders (id) VALUES ($id)", transaction.Connection, transaction);
        insert.Parameters.AddWithValue("$id", id);
        await insert.ExecuteNonQueryAsync();
    }

    private static Task<bool> ChargeTheCardAsync() => Task.FromResult(true);
}
