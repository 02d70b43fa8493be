using System.Runtime.CompilerServices;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Reservations;
using Inventory.Storage;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Answers what is promised, to whom, and what of it stock does not cover.</summary>
internal sealed class ReservationQueries(LocationDirectory locations, int costScale, IClock clock)
{
    public async ValueTask<Reservation?> FindAsync(IStoreReader reader, CommandKey key)
    {
        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        return await FindAsync(reader, new Names(reader, locations, costScale), key, now).ConfigureAwait(false);
    }

    /// <summary>What a holder holds, reservation by reservation.</summary>
    public async IAsyncEnumerable<Reservation> ReadHolderAsync(
        IStoreReader reader, string holder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        await foreach (var one in DescribeAsync(reader, reader.ReadHolderAsync(holder, now), now, cancellationToken)
            .ConfigureAwait(false))
        {
            yield return one;
        }
    }

    /// <summary>What is promised of a SKU, pool by pool, those first that would lose their cover last.</summary>
    public async IAsyncEnumerable<Reservation> ReadOfSkuAsync(
        IStoreReader reader, string code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await Names.FindSkuAsync(reader, code).ConfigureAwait(false) is not { } row)
        {
            yield break;
        }

        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        foreach (var position in await reader.GetPositionsOfAsync(row.Sku.Number).ConfigureAwait(false))
        {
            var promised = reader.ReadPromisedAsync(row.Sku.Number, position.Key, now);
            var waiting = reader.ReadQueueAsync(row.Sku.Number, position.Key);
            await foreach (var one in DescribeAsync(reader, Join(promised, waiting), now, cancellationToken)
                .ConfigureAwait(false))
            {
                yield return one;
            }
        }
    }

    /// <summary>The promises that are not covered, of some SKUs or of all.</summary>
    public async IAsyncEnumerable<PromiseAtRisk> ReadAtRiskAsync(
        IStoreReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        var (names, commands) = (new Names(reader, locations, costScale), new CommandNames(reader));
        var candidates = await AtRiskAsync(reader, now).ConfigureAwait(false);
        await locations.EnsureAsync(reader, candidates.Select(position => position.Key.Pool)).ConfigureAwait(false);
        var dates = await DatedReading.ReadAsync(
            reader, locations, [.. candidates.Select(position => (position.Sku, position.Key))], now, through: null)
            .ConfigureAwait(false);
        foreach (var position in candidates)
        {
            var cover = dates.Cover(position);
            if (cover.Uncovered == 0)
            {
                continue;
            }

            var sku = await names.SkuAsync(position.Sku).ConfigureAwait(false);
            await foreach (var leg in reader.ReadPromisedAsync(position.Sku, position.Key, now).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (cover.Uncover(leg.Terms.NeededBy, leg.PromisedAt(now)) is > 0 and var units)
                {
                    var key = await commands.KeyAsync(leg.Key.Commit, leg.Key.Ordinal).ConfigureAwait(false);
                    yield return new PromiseAtRisk(
                        key, leg.Terms.Line, sku.Code, locations[position.Key.Pool].Code, sku.ToQuantity(units));
                }

                if (cover.Uncovered == 0)
                {
                    break;
                }
            }
        }
    }

    // Where more is promised than is sellable, and where goods may have gone bad under promises; as they are now.
    private static async ValueTask<List<Position>> AtRiskAsync(IStoreReader reader, long now)
    {
        var candidates = (await reader.GetShortPositionsAsync().ConfigureAwait(false))
            .Union(await reader.GetDatedPositionsAsync().ConfigureAwait(false))
            .OrderBy(position => (position.Sku, position.Key)).ToList();
        var due = await HoldsReading.ReadAsync(reader, candidates, now).ConfigureAwait(false);
        return candidates.ConvertAll(position => position with
        {
            Held = position.Held - due.GetValueOrDefault((position.Sku, position.Key)).Due,
        });
    }

    // A reservation may have several legs among those read; each reservation is described once, and wholly.
    private async IAsyncEnumerable<Reservation> DescribeAsync(
        IStoreReader reader, IAsyncEnumerable<ReservationLeg> legs, long now,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (names, commands) = (new Names(reader, locations, costScale), new CommandNames(reader));
        var seen = new HashSet<(long, int)>();
        await foreach (var leg in legs.ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add((leg.Key.Commit, leg.Key.Ordinal)))
            {
                continue;
            }

            var key = await commands.KeyAsync(leg.Key.Commit, leg.Key.Ordinal).ConfigureAwait(false);
            if (await FindAsync(reader, names, key, now).ConfigureAwait(false) is { } one)
            {
                yield return one;
            }
        }
    }

    private static async IAsyncEnumerable<ReservationLeg> Join(
        IAsyncEnumerable<ReservationLeg> first, IAsyncEnumerable<ReservationLeg> second)
    {
        await foreach (var leg in first.ConfigureAwait(false))
        {
            yield return leg;
        }

        await foreach (var leg in second.ConfigureAwait(false))
        {
            yield return leg;
        }
    }

    private async ValueTask<Reservation?> FindAsync(IStoreReader reader, Names names, CommandKey key, long now)
    {
        if (key.IsDefault || await reader.FindCommandsAsync([key]).ConfigureAwait(false) is not [var command])
        {
            return null;
        }

        var skus = ReplyCodec.Decode(command.Reply.Span).Legs;
        var legs = await reader.GetLegsAsync([.. skus.Select(sku => (sku, command.Commit, command.Ordinal))])
            .ConfigureAwait(false);
        return legs.Count == 0 ? null
            : await DescribeAsync(reader, names, key, [.. legs.OrderBy(leg => leg.Key.Leg)], now).ConfigureAwait(false);
    }

    private async ValueTask<Reservation> DescribeAsync(
        IStoreReader reader, Names names, CommandKey key, IReadOnlyList<ReservationLeg> legs, long now)
    {
        await locations.EnsureAsync(reader, legs.Select(leg => leg.Position.Pool)).ConfigureAwait(false);
        var goods = new List<ReservedGoods>(legs.Count);
        foreach (var leg in legs)
        {
            goods.Add(Describe(await names.SkuAsync(leg.Sku).ConfigureAwait(false), leg, now));
        }

        return new Reservation(key, legs[0].Terms.Holder, goods)
        {
            Allocated = await AllocatedAsync(reader, names, legs).ConfigureAwait(false),
        };
    }

    private async ValueTask<IReadOnlyList<AllocatedGoods>> AllocatedAsync(
        IStoreReader reader, Names names, IReadOnlyList<ReservationLeg> legs)
    {
        var bound = await Pipeline.GoodsLoader.AllocationsAsync(reader, legs).ConfigureAwait(false);
        await locations.EnsureAsync(reader, bound.Select(part => part.Spot.Place)).ConfigureAwait(false);
        var goods = new List<AllocatedGoods>(bound.Count);
        foreach (var leg in legs)
        {
            foreach (var part in bound.Where(part => part.Leg == leg.Key && part.Sku == leg.Sku))
            {
                var sku = await names.SkuAsync(part.Sku).ConfigureAwait(false);
                goods.Add(new AllocatedGoods(
                    leg.Terms.Line, sku.Code, locations[part.Spot.Place].Code,
                    await names.LotAsync(part.Sku, part.Spot.Lot).ConfigureAwait(false), sku.ToQuantity(part.Units),
                    part.IsPicked));
            }
        }

        return goods;
    }

    private ReservedGoods Describe(Sku sku, ReservationLeg leg, long now) => new(
        leg.Terms.Line, sku.Code, locations[leg.Position.Pool].Code, sku.ToQuantity(leg.HeldAt(now)),
        leg.Expires == 0 ? null : Micros.ToInstant(leg.Expires), sku.ToQuantity(leg.Committed),
        sku.ToQuantity(leg.Backordered), sku.ToQuantity(leg.Fulfilled));
}
