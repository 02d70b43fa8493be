using System.Runtime.CompilerServices;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Tells the facts of what was promised, in the words of the catalogue.</summary>
internal sealed class PromiseQueries(LocationDirectory locations)
{
    public async IAsyncEnumerable<PromiseFact> ReadAsync(
        IStoreReader reader, string code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await Names.FindSkuAsync(reader, code).ConfigureAwait(false) is not { } row)
        {
            yield break;
        }

        var (commands, names) = (new CommandNames(reader), new Names(reader, locations, costScale: 0));
        await foreach (var promise in reader.ReadPromisesAsync(row.Sku.Number, 0).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await DescribeAsync(reader, names, commands, row.Sku, promise).ConfigureAwait(false);
        }
    }

    private async ValueTask<PromiseFact> DescribeAsync(
        IStoreReader reader, Names names, CommandNames commands, Sku sku, PromiseEntry promise)
    {
        await locations.EnsureAsync(reader, [promise.Position.Pool]).ConfigureAwait(false);
        var owner = await names.ReferenceAsync(ReferenceKind.Owner, promise.Position.Owner).ConfigureAwait(false);
        var grade = await names.ReferenceAsync(ReferenceKind.Grade, promise.Position.Grade).ConfigureAwait(false);
        CommandKey? reservation = null;
        if (promise.Leg.IsReservation)
        {
            reservation = await commands.KeyAsync(promise.Leg.Commit, promise.Leg.Ordinal).ConfigureAwait(false);
        }

        BoundGoods? goods = null;
        if (promise.Spot is { } spot)
        {
            await locations.EnsureAsync(reader, [spot.Place]).ConfigureAwait(false);
            goods = new BoundGoods(
                locations[spot.Place].Code, await names.LotAsync(promise.Sku, spot.Lot).ConfigureAwait(false),
                promise.IsPicked);
        }

        return Describe(sku, promise, owner, grade, reservation, goods);
    }

    private PromiseFact Describe(
        Sku sku, PromiseEntry promise, string? owner, string? grade, CommandKey? reservation,
        BoundGoods? goods) => new(
            sku.Code, promise.Sequence, locations[promise.Position.Pool].Code, owner, grade, promise.Step, reservation,
            promise.Leg.Leg, sku.ToQuantity(promise.Held),
            promise.Expires == 0 ? null : Micros.ToInstant(promise.Expires), sku.ToQuantity(promise.Committed),
            sku.ToQuantity(promise.Backordered), sku.ToQuantity(promise.Fulfilled),
            sku.ToQuantity(promise.Allocated), goods, Micros.ToInstant(promise.Recorded),
            new ChangeCursor(promise.Commit, promise.Ordinal));
}
