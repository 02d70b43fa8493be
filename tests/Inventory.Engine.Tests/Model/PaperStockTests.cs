using System.Globalization;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Model;

/// <summary>Random sequences of commands: the engine accepts, refuses and holds what the rules on paper say.</summary>
[Capability("MOV-01"), Capability("MOV-12"), Capability("MOV-06"), Capability("QTY-01")]
public sealed class PaperStockTests
{
    private static readonly string[] Places = ["B1", "B2", "NYC"];

    [Property(MaxTest = 60, Arbitrary = [typeof(Scripts)])]
    public Task Memory_OneByOne_EqualsPaper(Script script) => CheckAsync(StoreKind.Memory, script, isTogether: false);

    [Property(MaxTest = 60, Arbitrary = [typeof(Scripts)])]
    public Task Memory_SentTogether_EqualsPaper(Script script) =>
        CheckAsync(StoreKind.Memory, script, isTogether: true);

    [Property(MaxTest = 15, Arbitrary = [typeof(Scripts)])]
    public Task Sqlite_SentTogether_EqualsPaper(Script script) =>
        CheckAsync(StoreKind.Sqlite, script, isTogether: true);

    private static async Task CheckAsync(StoreKind kind, Script script, bool isTogether)
    {
        ArgumentNullException.ThrowIfNull(script);
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        shop.Clock.Advance(Duration.FromHours(1));
        var paper = new PaperStock();
        var commands = script.Steps.Select((step, index) => Draw(step, index)).ToList();
        var expected = commands.ConvertAll(paper.Post);
        var answers = new List<Result<Posted>>();
        foreach (var part in commands.Chunk(isTogether ? Math.Max(1, commands.Count) : 1))
        {
            answers.AddRange(await shop.Inventory.ExecuteAsync(part));
        }

        Assert.Equal(expected, answers
            .Select(answer => answer.Match(_ => (string?)null, errors => errors[0].Code.Name)));
        foreach (var ((place, status), quantity) in paper.Balances)
        {
            Assert.Equal(quantity, await shop
                .OnHandAsync(new OnHandQuery("NUT") { Location = place, Status = status }));
        }

        foreach (var availability in await shop.Inventory.GetAvailabilityAsync(["NUT"]))
        {
            Assert.Equal(paper.OnHand(availability.Pool), availability.OnHand.Amount);
            Assert.Equal(paper.Held(availability.Pool), availability.Held.Amount);
            Assert.Equal(paper.Available(availability.Pool), availability.Available.Amount);
        }

        await CheckHistoryAsync(shop);
        await shop.VerifyAsync();
    }

    private static async Task CheckHistoryAsync(Shop shop)
    {
        var history = await shop.HistoryAsync();
        var running = new Dictionary<(string, StockStatus), decimal>();
        foreach (var movement in history)
        {
            running[(movement.To, movement.ToStatus)] = running.GetValueOrDefault((movement.To, movement.ToStatus))
                + movement.Quantity.Amount;
            var left = running.GetValueOrDefault((movement.From, movement.FromStatus)) - movement.Quantity.Amount;
            running[(movement.From, movement.FromStatus)] = left;
            Assert.False(BruteForce.IsOwn(movement.From) && left < 0, $"{movement} leaves {left}.");
        }

        Assert.Equal(0, running.Values.Sum());
        foreach (var book in new[] { Shop.Fifo, Shop.Average })
        {
            var value = (await shop.Inventory.GetValueAsync(book, "NUT")).GetValueOrThrow();
            Assert.Equal(value.QuantityIn, value.QuantityOut + value.Quantity);
            Assert.Equal(value.ValueIn, value.CostOut + value.Value);
            var isFifo = book == Shop.Fifo;
            Assert.Equal(PaperBook.Of(history, isFifo, isFifo).AsStockValue("NUT", value.AsOf), value);
        }
    }

    private static Command Draw(int step, int index)
    {
        // One in eight uses the key of an earlier command, with the same payload or another one.
        var draw = new Random(step);
        var key = draw.Next(8) == 0 && index > 0 ? Key(draw.Next(index)) : Key(index);
        var quantity = Quantity.Each(draw.Next(1, 8));
        var (from, to) = (Places[draw.Next(3)], Places[draw.Next(3)]);
        var other = Key(draw.Next(Math.Max(1, index)));
        var (status, next) =
            (draw.Next(5) == 0 ? StockStatus.Damaged : StockStatus.Available, (StockStatus)(2 * draw.Next(2)));
        var line = new MovementLine("NUT", quantity);
        return draw.Next(12) switch
        {
            < 3 => new PostMovement(key, MovementKind.Receipt,
                line with { To = to, ToStatus = status, Cost = Cost.PerUnit(draw.Next(9)) }),
            < 5 => new PostMovement(key, MovementKind.Issue, line with { From = from, FromStatus = status }),
            5 => new PostMovement(key, MovementKind.Transfer,
                line with { From = from, To = Places[(Array.IndexOf(Places, from) + 1) % 3] }),
            6 => new PostMovement(key, MovementKind.StatusChange, line with
            {
                From = from,
                To = from,
                FromStatus = next,
                ToStatus = next == StockStatus.Available
                    ? StockStatus.Damaged : StockStatus.Available,
            }),
            7 => new PostMovement(key, MovementKind.Scrap, line with { From = from, FromStatus = status })
            {
                Reason =
                "FIX"
            },
            8 => new CountStock(key, "NUT", to, quantity),
            9 => new ReverseMovement(key, other),
            10 => new ReserveStock(key, "NUT", to, quantity),
            _ => new ReleaseReservation(key, other),
        };
    }

    private static CommandKey Key(int number) => new(string.Create(CultureInfo.InvariantCulture, $"key-{number}"));
}
