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

        var commands = new CommandNames(reader);
        await foreach (var promise in reader.ReadPromisesAsync(row.Sku.Number, 0).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await locations.EnsureAsync(reader, [promise.Position.Pool]).ConfigureAwait(false);
            var owner = await CodeAsync(reader, ReferenceKind.Owner, promise.Position.Owner).ConfigureAwait(false);
            var grade = await CodeAsync(reader, ReferenceKind.Grade, promise.Position.Grade).ConfigureAwait(false);
            CommandKey? reservation = null;
            if (promise.Leg.IsReservation)
            {
                reservation = await commands.KeyAsync(promise.Leg.Commit, promise.Leg.Ordinal).ConfigureAwait(false);
            }

            yield return Describe(row.Sku, promise, owner, grade, reservation);
        }
    }

    private PromiseFact Describe(
        Sku sku, PromiseEntry promise, string? owner, string? grade, CommandKey? reservation) => new(
            sku.Code, promise.Sequence, locations[promise.Position.Pool].Code, owner, grade, promise.Step, reservation,
            promise.Leg.Leg, sku.ToQuantity(promise.Held),
            promise.Expires == 0 ? null : Micros.ToInstant(promise.Expires), sku.ToQuantity(promise.Committed),
            sku.ToQuantity(promise.Backordered), sku.ToQuantity(promise.Fulfilled), Micros.ToInstant(promise.Recorded),
            new ChangeCursor(promise.Commit, promise.Ordinal));

    private static async ValueTask<string?> CodeAsync(IStoreReader reader, ReferenceKind kind, int number)
    {
        if (number == 0)
        {
            return null;
        }

        var found = await reader.GetReferencesAsync([(kind, number)]).ConfigureAwait(false);
        return found is [var row] ? row.Code
            : throw new InventoryCorruptionException(
                $"A promise names number {number} of {kind}, which does not exist.");
    }
}
