using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Reservations;
using Inventory.Sourcing;
using Inventory.Storage;
using NodaTime;
using NodaTime.Text;

namespace Inventory.Queries;

/// <summary>Proposes which sites an order is shipped from, by what they can promise now.</summary>
internal sealed class SourcingQueries(AvailabilityQueries availability, IClock clock)
{
    // The most goods that the refusal of one site names.
    private const int ListedMax = 20;

    public async ValueTask<Result<SourcingProposal>> ProposeAsync(IStoreReader reader, SourcingQuery query)
    {
        List<InventoryError> errors = [.. SourcingFields.Check(query)];
        if (errors.Exists(error => error.Target is "lines" or "sites"))
        {
            return new(errors);
        }

        var order = await new SourcingReader(reader, query, errors).ReadAsync().ConfigureAwait(false);
        if (errors.Count > 0)
        {
            return new(errors);
        }

        var supply = new SourcingSupply(order, await ReadAsync(reader, query, order).ConfigureAwait(false));
        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        var rule = new SourcingRule(query.Policy, now) { SplitPenalty = query.SplitPenalty };
        var plan = Sourcer.Plan(
            rule, [.. supply.Groups.Select(SourcingSupply.Asked)],
            [.. query.Sites.Select((site, index) => Site(site, order.Pools[index], supply))]);
        return plan.IsWhole || (query.TakesAvailable && plan.Shipments.Count > 0)
            ? new(Describe(order, supply, plan))
            : new(
            [
                .. query.Sites.Select((site, index) => Refusal(rule, site, index, order.Pools[index], supply, plan)),
            ]);
    }

    // All goods at all sites in one go.
    private ValueTask<IReadOnlyList<Availability>> ReadAsync(
        IStoreReader reader, SourcingQuery query, SourcingOrder order) => availability.GetAsync(
        reader, new AvailabilityQuery(
            [.. order.Goods.SelectMany(goods => goods.Takes.Keys).Distinct().Select(part => order.Contents[part].Code)])
        {
            Pools = [.. order.Pools.Select(pool => pool.Code)],
            Holder = query.Holder,
            NeededBy = query.NeededBy,
            Channel = query.Channel,
        });

    private static SourceSite Site(SourcingSite site, Location pool, SourcingSupply supply) =>
        new([.. supply.Groups.Select(group => supply.Units(group, pool))])
        {
            Priority = site.Priority,
            Distance = site.Distance,
            ParcelCost = site.ParcelCost,
            CutOff = site.CutOff is { } cutOff ? Micros.Floor(cutOff) : SourceSite.NoCutOff,
        };

    private static SourcingProposal Describe(SourcingOrder order, SourcingSupply supply, SourcingPlan plan) => new(
        [
            .. plan.Shipments.SelectMany(shipment => supply.Groups[shipment.Line]
                .Select(goods => new ReservationLine(
                    goods.Sku.Code, goods.Sku.ToQuantity(supply.Groups[shipment.Line].Count > 1 ? goods.Asked
                        : shipment.Units),
                    order.Pools[shipment.Site].Code)
                {
                    Grade = goods.Grade,
                })),
        ],
        plan.Parcels,
        [
            .. Short(supply, plan).Select(missing => new SourcingLine(
                missing.Goods.Sku.Code, missing.Goods.Sku.ToQuantity(missing.Units)) { Grade = missing.Goods.Grade }),
        ]);

    private static IEnumerable<(SourcedGoods Goods, long Units)> Short(SourcingSupply supply, SourcingPlan plan) =>
        supply.Groups.Zip(plan.Missing).Where(group => group.Second > 0).SelectMany(group => group.First
            .Select(goods => (goods, group.First.Count > 1 ? goods.Asked : group.Second)));

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    // Why a site does not make up what is short.
    private static InventoryError Refusal(
        SourcingRule rule, SourcingSite site, int index, Location pool, SourcingSupply supply, SourcingPlan plan)
    {
        var target = $"sites[{index}]";
        if (site.CutOff is { } cutOff && Micros.Floor(cutOff) < rule.Now)
        {
            var (now, end) = (Text(Micros.ToInstant(rule.Now)), Text(cutOff));
            return new InventoryError(ErrorCodes.NoSource, target, now, end,
                $"{pool.Code} took orders until {end}, and it is {now}; ship from another site, or later.");
        }

        var goods = Short(supply, plan).Take(ListedMax).Select(missing => missing.Goods).ToList();
        string List(Func<SourcedGoods, long> units) =>
            string.Join(", ", goods.Select(each => $"{each.Sku.Code} {each.Sku.ToQuantity(units(each))}"));
        var (has, asked) = (List(each => supply.Promisable(each, pool)), List(each => each.Asked));
        return new InventoryError(ErrorCodes.NoSource, target, has, asked,
            $"{pool.Code} can give {has}, and all sites together less than is asked for: {asked}; ask for less, name more sites, or take what is available.");
    }
}
