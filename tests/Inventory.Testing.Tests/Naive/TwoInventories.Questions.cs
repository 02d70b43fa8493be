using Inventory.Lots;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <content>Everything that can be asked, now and at random instants in the past.</content>
internal sealed partial class TwoInventories
{
    private const int InstantsMax = 6;

    public async Task CompareAsync()
    {
        // The same story asks the same questions.
        var random = new Random(_applied.Count);
        var places = Story.Places.Where(_places.Contains).Distinct(StringComparer.Ordinal).ToList();
        foreach (var sku in Story.Skus.Where(_skus.Contains).Distinct(StringComparer.Ordinal))
        {
            foreach (var place in places)
            {
                await CompareOnHandAsync(new OnHandQuery(sku) { Location = place, Status = StockStatus.Available });
                await CompareOnHandAsync(new OnHandQuery(sku) { Location = place, Status = StockStatus.Damaged });
                await CompareOnHandAsync(new OnHandQuery(sku) { Location = place, Status = StockStatus.Quarantined });
            }

            for (var i = 0; i < InstantsMax; i++)
            {
                await ComparePastAsync(sku, places, random);
            }

            await CompareLotsAsync(sku);
            if (sku is "lots" or "serials")
            {
                await CompareShelfLifeAsync(sku, places);
            }

            await CompareValuesAsync(sku, Clock.Now);
            foreach (var availability in await _engine.GetAvailabilityAsync([sku], places))
            {
                Assert.Equal(
                    Model.Promised(sku, availability.Pool, Clock.Now, availability.Grade, availability.Owner),
                    (availability.Held.Amount, availability.Committed.Amount, availability.Backordered.Amount));
                Assert.Equal(
                    Model.Available(sku, availability.Pool, availability.Grade, availability.Owner),
                    availability.Available.Amount);
            }

            await CompareDatesAsync(sku, places, random.Next(5));
        }

        await CompareAllocationsAsync();
        var open = await _engine.ReadOpenTransfersAsync().ToListAsync();
        Assert.Equal(
            Model.InTransit(),
            open.Select(line => (line.Key, line.Line, line.InTransit.Amount))
                .OrderBy(line => line.Key.ToString(), StringComparer.Ordinal)
                .ThenBy(line => line.Line));
        Assert.Empty((await _engine.VerifyAsync()).Findings);
    }

    private async Task CompareAllocationsAsync()
    {
        foreach (var key in _reservations)
        {
            var found = await _engine.FindReservationAsync(key);
            Assert.Equal(
                Model.Allocated(key).Order(),
                found!.Allocated.Select(goods => (
                    goods.Line, goods.Sku, goods.Location, goods.Lot?.ToUpperInvariant(), goods.IsPicked,
                    goods.Quantity.Amount)).Order());
        }
    }

    // What is left for a day, and what no goods are left for.
    private async Task CompareDatesAsync(string sku, List<string> places, int days)
    {
        var neededBy = Clock.Now.InUtc().Date.PlusDays(days);
        var query = new AvailabilityQuery([sku]) { NeededBy = neededBy };
        var answers = (await _engine.GetAvailabilityAsync(query)).Where(at => places.Contains(at.Pool)).ToList();
        Assert.All(answers, at => Assert.Equal(
            Model.AvailableFor(sku, at.Pool, neededBy, Clock.Now, at.Grade, at.Owner), at.Available.Amount));
        var atRisk = await _engine.ReadPromisesAtRiskAsync().Where(risk => risk.Sku == sku).ToListAsync();
        Assert.Equal(
            answers.Sum(at => Model.Uncovered(sku, at.Pool, at.Grade, at.Owner)),
            atRisk.Where(risk => places.Contains(risk.Pool)).Sum(risk => risk.Quantity.Amount));
    }

    private async Task ComparePastAsync(string sku, List<string> places, Random random)
    {
        var asOf = RandomInstant(random) - Duration.FromMinutes(random.Next(2) * random.Next(30));
        var knownAt = RandomInstant(random);
        await CompareValuesAsync(sku, asOf);
        foreach (var place in places)
        {
            var query = new OnHandQuery(sku)
            {
                Location = place,
                Status = random.Next(4) == 0 ? StockStatus.Damaged : StockStatus.Available,
            };
            await CompareOnHandAsync(query with { AsOf = asOf });
            await CompareOnHandAsync(query with { AsOf = asOf, Grade = random.Next(2) == 0 ? "open box" : "" });
            await CompareOnHandAsync(query with { AsOf = asOf, Owner = random.Next(2) == 0 ? "ACME" : "" });
            await CompareOnHandAsync(query with { AsOf = asOf, KnownAt = knownAt });
            await CompareOnHandAsync(query with { KnownAt = knownAt });
        }
    }

    // One of the instants at which something was sent, or its neighbour.
    private Instant RandomInstant(Random random) =>
        _instants[random.Next(_instants.Count)].PlusTicks(10 * random.Next(-1, 2));

    private async Task CompareOnHandAsync(OnHandQuery query)
    {
        string?[] lots = query.Sku is "lots" or "serials" ? [null, .. Story.Lots] : [null];
        foreach (var lot in lots)
        {
            var asked = query with { Lot = lot };
            var answer = await _engine.GetOnHandAsync(asked);
            var expected = Model.OnHand(asked);
            var found = answer.Match(
                onHand => onHand.Quantity.Amount, errors => errors[0].Code == ErrorCodes.LotNotFound ? 0 : -1);
            Assert.True(expected == found, $"{asked}: the model says {expected}, the engine {answer}");
        }
    }

    private async Task CompareLotsAsync(string sku)
    {
        foreach (var lot in Story.Lots)
        {
            var found = await _engine.FindLotAsync(sku, lot);
            Assert.Equal(Model.LotDates(sku, lot), found is null ? null : (found.Received, found.Dates));
            Assert.Equal(Model.StatusOfLot(sku, lot), found?.Status ?? LotStatus.Released);
        }
    }

    // Each lot of the model is put into its bucket; the values of a book's buckets sum to the book's.
    private async Task CompareShelfLifeAsync(string sku, List<string> places)
    {
        var day = new LocalDate(2026, 1, 1).PlusDays(new Random(_applied.Count).Next(120));
        var expected = new decimal[4];
        expected[3] = places.Sum(place => Model.OnHand(new OnHandQuery(sku) { Location = place, Lot = string.Empty }));
        foreach (var lot in Story.Lots)
        {
            if (Model.LotDates(sku, lot) is { } known)
            {
                var left = known.Dates.Removal is { } removal ? Period.DaysBetween(day, removal) : int.MaxValue;
                expected[left <= 0 ? 0 : left <= 10 ? 1 : left <= 40 ? 2 : 3] +=
                    places.Sum(place => Model.OnHand(new OnHandQuery(sku) { Location = place, Lot = lot }));
            }
        }

        foreach (var method in _methods)
        {
            var query = new ShelfLifeQuery(sku, day) { Edges = [10, 40], Book = method.ToString() };
            var buckets = (await _engine.GetShelfLifeAsync(query)).GetValueOrThrow();
            Assert.Equal(expected, buckets.Select(bucket => bucket.Quantity.Amount));
            Assert.Equal(Model.Value(sku, method), buckets.Sum(bucket => bucket.Value!.Value));
        }
    }

    private async Task CompareValuesAsync(string sku, Instant asOf)
    {
        foreach (var method in _methods)
        {
            var answer = (await _engine.GetValueAsync(method.ToString(), sku, asOf)).GetValueOrThrow();
            var expected = Model.Value(sku, method, asOf);
            Assert.True(
                expected == answer.Value,
                $"{method} value of {sku} as of {asOf}: the model says {expected}, the engine {answer}");
        }
    }
}
