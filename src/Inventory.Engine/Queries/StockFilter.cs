using Inventory.Ledger;
using Inventory.Movements;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Whose goods a question is about, and of which grade; null is any.</summary>
internal sealed record StockFilter(int? Owner, int? Grade)
{
    /// <summary>The filter that a query names by codes.</summary>
    public static async ValueTask<Result<StockFilter>> FindAsync(IStoreReader reader, OnHandQuery query)
    {
        var owner = await NumberAsync(reader, ReferenceKind.Owner, query.Owner).ConfigureAwait(false);
        var grade = await NumberAsync(reader, ReferenceKind.Grade, query.Grade).ConfigureAwait(false);
        var errors = new List<InventoryError>();
        if (owner < 0)
        {
            errors.Add(Missing(ErrorCodes.CodeNotFound, "owner", query.Owner!));
        }

        if (grade < 0)
        {
            errors.Add(Missing(ErrorCodes.InvalidGrade, "grade", query.Grade!));
        }

        return errors.Count > 0
            ? new Result<StockFilter>(errors)
            : new Result<StockFilter>(new StockFilter(owner, grade));
    }

    /// <summary>Whether goods of an owner and a grade count.</summary>
    public bool Counts(int owner, int grade) => (Owner ?? owner) == owner && (Grade ?? grade) == grade;

    /// <summary>The spots at places and statuses that count.</summary>
    /// <remarks>A ledger without grades and other owners has one for each, and nothing is looked up.</remarks>
    public async ValueTask<IReadOnlyCollection<Spot>> SpotsAsync(
        IStoreReader reader, int sku, IReadOnlyCollection<(int Place, StockStatus Status)> places)
    {
        var lists = (await reader.GetLedgerAsync().ConfigureAwait(false)).References;
        IEnumerable<(int Owner, int Grade)> kinds = !lists.DivideStock
            ? [(0, 0)]
            : (await reader.GetPositionsOfAsync(sku).ConfigureAwait(false))
                .Select(position => (position.Key.Owner, position.Key.Grade)).Distinct();
        var counted = kinds.Where(kind => Counts(kind.Owner, kind.Grade)).ToList();
        return
        [
            .. from at in places
               from kind in counted
               select new Spot(at.Place, 0, at.Status, kind.Owner, kind.Grade),
        ];
    }

    // Negative when there is none of this code.
    private static async ValueTask<int?> NumberAsync(IStoreReader reader, ReferenceKind kind, string? code) =>
        code is null ? null
        : code.Length == 0 ? 0
        : (await CatalogQueries.FindReferenceAsync(reader, kind, code).ConfigureAwait(false))?.Number ?? -1;

    private static InventoryError Missing(ErrorCode code, string target, string value) =>
        new(code, target, value, null, $"There is no {target} '{value}'; define it first or correct the code.");
}
