using Inventory.Engine.Tests.Support;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Testing.Promises;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Promises;

/// <summary>
/// The certificate finds each breach that is planted in a history that was sound. That histories are sound, those by
/// chance, of races and in every order of steps, is certified where they are made.
/// </summary>
public sealed class PromiseCertificateTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("QTY-02")]
    public async Task SoundHistory_IsCertified(StoreKind kind)
    {
        var (changes, promises) = await HistoryAsync(kind);

        var certificate = PromiseCertificate.Check(changes, promises);

        Assert.Null(certificate.Breach);
        Assert.Equal(changes.Count, certificate.Commands);
        Assert.Equal(promises.Count + changes.Sum(change => change.Movements.Count), certificate.Facts);
        Assert.Equal(Enum.GetValues<PromiseStep>(), promises.Select(promise => promise.Step).Distinct().Order());
    }

    public static TheoryData<string, PromiseLaw, string> Plants => new()
    {
        { "a hold of one more", PromiseLaw.NotPromisedBeyondStock, "full" },
        { "an order filled by more than it waits for", PromiseLaw.OnlyWhatIsPromised, "receipt" },
        { "an order filled while it is short", PromiseLaw.NotPromisedBeyondStock, "lost" },
        { "a release of more than there is", PromiseLaw.OnlyWhatIsPromised, "release" },
        { "a hold extended after its end", PromiseLaw.EndedStaysEnded, "extend" },
        { "a settlement before the end", PromiseLaw.SettledIsWhatEnded, "full" },
        { "a settlement of one more", PromiseLaw.SettledIsWhatEnded, "full" },
        { "a shipment without its promise", PromiseLaw.NotTakenFromPromises, "ship" },
        { "a count that is an adjustment", PromiseLaw.NotTakenFromPromises, "lost" },
        { "a receipt of one less", PromiseLaw.NotPromisedBeyondStock, "full" },
        { "a fact of another instant", PromiseLaw.BelongsToACommand, "full" },
        { "a fact of no command", PromiseLaw.BelongsToACommand, "" },
        { "a hold with another end", PromiseLaw.OnlyWhatIsPromised, "extend" },
    };

    [Theory]
    [MemberData(nameof(Plants))]
    public async Task PlantedBreach_IsFound(string plant, PromiseLaw law, string key)
    {
        var (changes, promises) = await HistoryAsync(StoreKind.Memory);
        Plant(plant, changes, promises);

        var breach = PromiseCertificate.Check(changes, promises).Breach;

        Assert.NotNull(breach);
        Assert.Equal((law, "NUT", "WH"), (breach.Law, breach.Sku, breach.Pool));
        Assert.Equal(key, breach.Key?.Text ?? "");
        Assert.True(breach.Key is null || changes.Single(change => change.Key == breach.Key).Cursor == breach.Cursor);
    }

    private static void Plant(string plant, List<Change> changes, List<PromiseFact> promises)
    {
        var history = new Tampering(changes, promises);
        switch (plant)
        {
            case "a hold of one more":
                history.Alter("full", PromiseStep.Make, fact => fact with { Held = Quantity.Each(fact.Held.Amount + 1) });
                break;
            case "an order filled by more than it waits for":
                history.Alter("receipt", PromiseStep.Fill, fact => fact with
                {
                    Committed = Quantity.Each(fact.Committed.Amount + 5),
                    Backordered = Quantity.Each(-7),
                });
                break;
            case "an order filled while it is short":
                history.Alter("receipt", PromiseStep.Fill, fact => fact with
                {
                    Cursor = history.Of("lost").Cursor,
                    Recorded = history.Of("lost").Recorded,
                    Committed = Quantity.Each(1),
                });
                break;
            case "a release of more than there is":
                history.Alter("release", PromiseStep.Release, fact => fact with
                {
                    Held = Quantity.Each(fact.Held.Amount - 2),
                });
                break;
            case "a hold extended after its end":
                history.Later("extend", Duration.FromHours(1));
                break;
            case "a settlement before the end":
                history.Alter("full", PromiseStep.Settle, fact => fact with { Expires = fact.Expires + Duration.FromHours(2) });
                break;
            case "a settlement of one more":
                history.Alter("full", PromiseStep.Settle, fact => fact with { Held = Quantity.Each(fact.Held.Amount - 1) });
                break;
            case "a shipment without its promise":
                promises.RemoveAll(fact => fact.Step == PromiseStep.Fulfil);
                break;
            case "a count that is an adjustment":
                history.Move("lost", movement => movement with { Kind = MovementKind.Adjustment });
                break;
            case "a receipt of one less":
                history.Move("stock", movement => movement with { Quantity = Quantity.Each(movement.Quantity.Amount - 1) });
                break;
            case "a fact of another instant":
                history.Alter("full", PromiseStep.Make, fact => fact with { Recorded = fact.Recorded + Duration.Epsilon });
                break;
            case "a fact of no command":
                promises.Add(promises[^1] with { Cursor = new ChangeCursor(1_000, 0) });
                break;
            case "a hold with another end":
                history.Alter("soon", PromiseStep.Make, fact => fact with { Expires = fact.Expires + Duration.Epsilon });
                break;
        }
    }

    // Ten units in one pool, promised to the last, all steps taken, and a count that leaves promises without cover.
    private static async Task<(List<Change> Changes, List<PromiseFact> Promises)> HistoryAsync(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 10));
        await shop.PostAsync(Hold("soon", 2, Duration.FromMinutes(30)), Hold("later", 3, Duration.FromMinutes(10)));
        await shop.PostAsync(new ExtendReservation("extend", "soon") { TimeToLive = Duration.FromMinutes(40) });
        await shop.PostAsync(new ReleaseReservation("release", "soon") { Quantity = Quantity.Each(1) });
        shop.Clock.Now += Duration.FromMinutes(20);
        await shop.PostAsync(Hold("full", 9, null));
        await shop.PostAsync(new ConvertReservation("convert", "soon"));
        await shop.PostAsync(new ReserveStock("order", "NUT", "WH", Quantity.Each(4))
        {
            Kind = PromiseKind.Order,
            Shortage = Shortage.Backorder,
        });
        await shop.PostAsync(new PostMovement("ship", MovementKind.Issue, new MovementLine("NUT", Quantity.Each(1))
        {
            From = "B1",
            Reservation = "soon",
        }));
        await shop.PostAsync(new CountStock("lost", "NUT", "B1", Quantity.Each(7)));
        await shop.PostAsync(Shop.Receipt("receipt", 4));
        await shop.PostAsync(
            new AllocateReservation("bind", "order")
            {
                Goods = [new AllocationLine("NUT", Quantity.Each(1), "B1")],
            },
            new ReserveStock("urgent", "NUT", "WH", Quantity.Each(1))
            {
                Kind = PromiseKind.Order,
                Priority = 1,
                Shortage = Shortage.Backorder,
            },
            new ReallocateReservation("give", "order", "urgent", "NUT"));
        return (
            await shop.Inventory.ReadChangesAsync().ToListAsync(),
            await shop.Inventory.ReadPromisesAsync("NUT").ToListAsync());
    }

    private static ReserveStock Hold(string key, int units, Duration? time) =>
        new(key, "NUT", "WH", Quantity.Each(units)) { TimeToLive = time };

    private sealed class Tampering(List<Change> changes, List<PromiseFact> promises)
    {
        public Change Of(string key) => changes.Single(change => change.Key.Text == key);

        public void Alter(string key, PromiseStep step, Func<PromiseFact, PromiseFact> alter)
        {
            var at = promises.FindIndex(fact => fact.Cursor == Of(key).Cursor && fact.Step == step);
            promises[at] = alter(promises[at]);
        }

        public void Move(string key, Func<Movement, Movement> alter)
        {
            var at = changes.FindIndex(change => change.Key.Text == key);
            changes[at] = changes[at] with { Movements = [.. changes[at].Movements.Select(alter)] };
        }

        public void Later(string key, Duration by)
        {
            var at = changes.FindIndex(change => change.Key.Text == key);
            changes[at] = changes[at] with { Recorded = changes[at].Recorded + by };
            for (var i = 0; i < promises.Count; i++)
            {
                promises[i] = promises[i].Cursor == changes[at].Cursor
                    ? promises[i] with { Recorded = promises[i].Recorded + by } : promises[i];
            }
        }
    }
}
