using Inventory.Movements;
using Inventory.Reservations;
using Microsoft.Data.Sqlite;

namespace Inventory.CrashWorker;

/// <summary>
/// A host that writes an order and the commands that belong to it in one transaction, and says where it has come to
/// before each step. At each of these places it waits for a line, or to be killed.
/// </summary>
internal static class Hosting
{
    public const string Enlisted = "enlisted";
    public const string Enqueued = "enqueued";
    public const string Committed = "committed";

    public const string Enlisting = "enlist";
    public const string Enqueuing = "enqueue";

    public static async Task RunAsync(string file, string way)
    {
        await using var store = SharedLedger.Store(file);
        await using var inventory = await SharedLedger.OpenAsync(store);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        using var transaction = connection.BeginTransaction();
        using (var order = new SqliteCommand("INSERT INTO host_order VALUES ('order-1')", connection, transaction))
        {
            await order.ExecuteNonQueryAsync();
        }

        if (way == Enlisting)
        {
            var answers = await inventory.EnlistAsync(
                transaction, [new ReserveStock("hold", "A", "SHOP", Quantity.Each(2))]);
            answers[0].GetValueOrThrow();
            await PauseAsync(Enlisted);
        }
        else
        {
            await inventory.EnqueueAsync(
                transaction,
                [
                    new PostMovement(
                        "sale", MovementKind.Issue, new MovementLine("A", Quantity.Each(3)) { From = "SHOP" }),
                ]);
            await PauseAsync(Enqueued);
        }

        await transaction.CommitAsync();
        await PauseAsync(Committed);
    }

    private static async Task PauseAsync(string place)
    {
        Lines.Write(place);
        await Console.In.ReadLineAsync();
    }
}
