using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.References;
using Inventory.Storage;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Proposes where units are picked, from what lies in a pool now.</summary>
internal sealed class PickQueries(LocationDirectory locations, IClock clock)
{
    public async ValueTask<Result<PickProposal>> ProposeAsync(IStoreReader reader, PickQuery query)
    {
        var sku = (await Names.FindSkuAsync(reader, query.Sku).ConfigureAwait(false))?.Sku;
        var place = await Names.FindLocationAsync(reader, query.Pool).ConfigureAwait(false);
        var start = query.Start is null ? null
            : await Names.FindLocationAsync(reader, query.Start).ConfigureAwait(false);
        var grade = query.Grade is null ? null : await CatalogQueries
            .FindReferenceAsync(reader, ReferenceKind.Grade, query.Grade).ConfigureAwait(false);
        var asked = IsSome(query.Quantity) ? sku?.Convert(query.Quantity) : null;
        List<InventoryError> errors =
            [.. Errors(query, sku, place, grade), .. StartErrors(query, start, place), .. asked?.Errors ?? []];
        if (errors.Count > 0)
        {
            return new([.. errors.OrderBy(error => error.Code.Precedence)]);
        }

        var steps = WholeSteps.Of(sku!, asked!.Value.Value.Value);
        var now = await AvailabilityQueries.NowAsync(reader, clock).ConfigureAwait(false);
        var rule = new PickRule(
            query.Strategy,
            query.Delivery is { } day ? Micros.ToNumber(day) : Micros.BusinessDate(now, place!.TimeZone))
        {
            Life = query.Life,
        };
        var lots = new Dictionary<long, Lot>();
        var there = await ThereAsync(reader, sku!.Number, place!.Pool, grade?.Number ?? 0, lots).ConfigureAwait(false);
        there = await AlongTheWalkAsync(reader, there, start).ConfigureAwait(false);
        there.Sort(PickOrder.Of(query.Strategy));
        var plan = Picker.Plan(rule, steps, there);
        return plan is { Picks.Count: 0, Expired: > 0, TooOld: 0 }
            ? new([OnlyExpired(sku, place, plan)])
            : new(Describe(sku, plan, lots));
    }

    private static bool IsSome(Quantity quantity) => !quantity.IsDefault && quantity.Amount > 0;

    private static IEnumerable<InventoryError> Errors(PickQuery query, Sku? sku, Location? place, Reference? grade)
    {
        if (!IsSome(query.Quantity))
        {
            yield return new InventoryError(ErrorCodes.InvalidQuantity, "quantity", query.Quantity.ToString(),
                "more than zero", $"{query.Quantity} cannot be picked; ask for more than zero.");
        }

        if (query.Life is { IsSound: false } life)
        {
            yield return new InventoryError(ErrorCodes.InvalidPolicy, "life", life.ToString(),
                "0 days or more, and a share of 0 to 1",
                "No goods can be demanded to keep so long; give 0 days or more, and a share of at most 1.");
        }

        if (query.Grade is not null && grade is null)
        {
            yield return new InventoryError(ErrorCodes.InvalidGrade, "grade", query.Grade, null,
                $"There is no grade '{query.Grade}'; define it first or correct the code.");
        }

        if (sku is null)
        {
            yield return new InventoryError(ErrorCodes.SkuNotFound, "sku", query.Sku, null,
                $"There is no SKU '{query.Sku}'; define it first or correct the code.");
        }

        if (place is not { Pool: > 0 })
        {
            yield return new InventoryError(ErrorCodes.LocationNotFound, "pool", query.Pool, null,
                $"There is no pool '{query.Pool}'; name one, or a place in it.");
        }
    }

    private static IEnumerable<InventoryError> StartErrors(PickQuery query, Location? start, Location? pool)
    {
        if (query.Start is not null && start is null)
        {
            yield return new InventoryError(ErrorCodes.LocationNotFound, "start", query.Start, null,
                $"There is no location '{query.Start}'; define it first or correct the code.");
        }

        if (start is not null && (start.Details.Address?.Walk is null || (pool is not null && start.Pool != pool.Pool)))
        {
            yield return new InventoryError(ErrorCodes.InvalidField, "start", start.Code,
                "a place of the pool with a sequence on the pick walk",
                $"The pick walk of the pool does not come to {start.Code}; give it a sequence, or start elsewhere.");
        }
    }

    private static InventoryError OnlyExpired(Sku sku, Location pool, PickPlan plan)
    {
        var (asked, expired) = (sku.ToQuantity(plan.Asked), sku.ToQuantity(plan.Expired));
        return new InventoryError(ErrorCodes.OnlyExpired, "quantity", asked.ToString(), sku.ToQuantity(0).ToString(),
            $"{sku.Code}: {asked} asked of {pool.Code}, but all that lies there, {expired}, will have expired; receive fresh goods, or deliver earlier.");
    }

    // What can be sold of our own in the places of the pool and is bound to no order, with the days of its lots.
    private async ValueTask<List<PickCandidate>> ThereAsync(
        IStoreReader reader, int sku, int pool, int grade, Dictionary<long, Lot> lots)
    {
        var balances = new List<Balance>();
        await foreach (var balance in reader.ReadBalancesAsync(sku).ConfigureAwait(false))
        {
            if (balance is { Unbound: > 0, Spot: { Status: StockStatus.Available, Owner: 0 } spot }
                && spot.Grade == grade)
            {
                balances.Add(balance);
            }
        }

        await locations.EnsureAsync(reader, balances.Select(balance => balance.Spot.Place)).ConfigureAwait(false);
        balances.RemoveAll(balance => locations[balance.Spot.Place].Pool != pool);
        var keys = balances.Where(balance => balance.Spot.Lot != 0).Select(balance => (sku, balance.Spot.Lot))
            .ToHashSet();
        foreach (var found in await reader.GetLotsAsync(keys).ConfigureAwait(false))
        {
            lots[found.Lot.Number] = found.Lot;
        }

        return balances.ConvertAll(balance => new PickCandidate(
            balance.Spot, balance.Spot.Lot == 0 ? LotTerm.Of(0) : lots[balance.Spot.Lot].Term,
            PickCandidate.OffTheWalk, balance.Unbound));
    }

    private static async ValueTask<List<PickCandidate>> AlongTheWalkAsync(
        IStoreReader reader, List<PickCandidate> there, Location? start)
    {
        var first = start?.Number ?? 0;
        var places = there.Select(candidate => candidate.Spot.Place).Append(first).Where(place => place != 0);
        var tree = await WalkQueries.TreeAsync(reader, [.. places]).ConfigureAwait(false);
        return [.. PickWalk.Along(there, tree, first)];
    }

    private PickProposal Describe(Sku sku, PickPlan plan, Dictionary<long, Lot> lots) => new(
        sku.Code,
        [
            .. plan.Picks.Select(pick => new ProposedPick(
                locations[pick.Spot.Place].Code, pick.Spot.Lot == 0 ? null : lots[pick.Spot.Lot].Code,
                sku.ToQuantity(pick.Units))),
        ],
        plan.Followed, sku.ToQuantity(plan.Missing), sku.ToQuantity(plan.Expired), sku.ToQuantity(plan.TooOld));
}
