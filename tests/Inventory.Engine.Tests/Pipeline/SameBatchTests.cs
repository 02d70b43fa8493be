using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>Commands sent together that build on each other's history: deciding them together equals deciding them one by one.</summary>
public sealed class SameBatchTests
{
    [Fact]
    [Capability("MOV-03")]
    public async Task Reversals_OfOneMovementSentTogether_UndoItOnce()
    {
        await using var store = new MemoryStore();
        await using var inventory = await OpenAsync(store);
        var answers = await inventory.ExecuteAsync(
        [
            Receive("r", 10),
            new ReverseMovement("undo", "r") { Line = 0, Quantity = Quantity.Each(6) },
            new ReverseMovement("again", "r") { Line = 0, Quantity = Quantity.Each(6) },
            new ReverseMovement("rest", "r"),
        ]);
        Assert.Equal([true, true, false, true], answers.Select(answer => answer.Succeeded));
        Assert.Equal(ErrorCodes.AlreadyReversed, answers[2].Errors[0].Code);
        await VerifyAsync(inventory, onHand: 0);
    }

    [Fact]
    [Capability("RES-03")]
    public async Task Releases_OfOneReservationSentTogether_ReleaseItOnce()
    {
        await using var store = new MemoryStore();
        await using var inventory = await OpenAsync(store);
        var answers = await inventory.ExecuteAsync(
        [
            Receive("r", 10),
            new ReserveStock("hold", "A", "SHOP", Quantity.Each(10)),
            new ReleaseReservation("one", "hold"),
            new ReleaseReservation("two", "hold"),
            new ReserveStock("next", "A", "SHOP", Quantity.Each(10)),
            new ReserveStock("too many", "A", "SHOP", Quantity.Each(1)),
        ]);
        Assert.Equal([true, true, true, false, true, false], answers.Select(answer => answer.Succeeded));
        await VerifyAsync(inventory, onHand: 10);
    }

    [Fact]
    [Capability("MOV-08")]
    public async Task LateIssues_SentTogether_NeverMakeALaterInstantNegative()
    {
        await using var store = new MemoryStore();
        await using var inventory = await OpenAsync(store);
        var start = Instant.FromUtc(2024, 1, 1, 0, 0);
        var answers = await inventory.ExecuteAsync(
        [
            Receive("r", 10) with { Effective = start },
            Issue("now", 6) with { Effective = start + Duration.FromDays(9) },
            Issue("late", 3) with { Effective = start + Duration.FromDays(5) },
            Issue("later", 3) with { Effective = start + Duration.FromDays(7) },
            Issue("fits", 1) with { Effective = start + Duration.FromDays(1) },
        ]);
        Assert.Equal([true, true, true, false, true], answers.Select(answer => answer.Succeeded));
        await VerifyAsync(inventory, onHand: 0);
    }

    private static async Task<IInventory> OpenAsync(MemoryStore store)
    {
        await store.EnsureSchemaAsync();
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        var inventory = await InventoryEngine.OpenAsync(store, options);
        (await inventory.DefineSiteAsync("SHOP")).GetValueOrThrow();
        (await inventory.DefineSkuAsync("A")).GetValueOrThrow();
        return inventory;
    }

    private static PostMovement Receive(CommandKey key, int quantity) => new(
        key, MovementKind.Receipt, new MovementLine("A", Quantity.Each(quantity)) { To = "SHOP", Cost = Cost.PerUnit(2) });

    private static PostMovement Issue(CommandKey key, int quantity) => new(
        key, MovementKind.Issue, new MovementLine("A", Quantity.Each(quantity)) { From = "SHOP" });

    private static async Task VerifyAsync(IInventory inventory, int onHand)
    {
        Assert.Empty((await inventory.VerifyAsync()).Findings);
        var found = (await inventory.GetOnHandAsync(new OnHandQuery("A"))).GetValueOrThrow();
        Assert.Equal(Quantity.Each(onHand), found.Quantity);
    }
}
