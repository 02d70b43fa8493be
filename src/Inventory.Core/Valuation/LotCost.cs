using Inventory.Ledger;

namespace Inventory.Valuation;

/// <summary>What a specific book knows of one lot just before a block begins.</summary>
/// <param name="Book">The book's number.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Lot">The lot's number; 0 stands for units without a lot.</param>
/// <param name="Start">Where the block begins; the lot has not crossed the border of own stock since, up to the next
/// row of the lot.</param>
/// <param name="State">The lot's own state there.</param>
/// <param name="TakenCost">What the units of <see cref="BookState.FrontTaken"/> cost.</param>
public sealed record LotCost(int Book, int Sku, long Lot, EntryKey Start, BookState State, long TakenCost);
