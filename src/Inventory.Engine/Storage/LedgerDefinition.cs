namespace Inventory.Storage;

/// <summary>What a ledger is when it is created; never changed afterwards.</summary>
/// <param name="Name">Its name, 1 to 100 characters; the first is usually <c>main</c>.</param>
/// <param name="Currency">The currency of all costs.</param>
/// <param name="CostScale">Decimals kept in value, 0 to 9.</param>
/// <param name="RequireActor">Whether anonymous commands are refused.</param>
/// <param name="Books">Its books; books may be added later, and none is ever removed.</param>
public sealed record LedgerDefinition(
    string Name, Currency Currency, int CostScale, bool RequireActor, IReadOnlyList<Valuation.BookDefinition> Books);
