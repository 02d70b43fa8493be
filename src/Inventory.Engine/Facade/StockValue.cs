using NodaTime;

namespace Inventory;

/// <summary>
/// What one SKU was worth in a book at an instant, and how it came to that. Value = value in - cost out.
/// </summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="AsOf">The instant, included.</param>
/// <param name="Quantity">Own units on hand, in the SKU's base unit.</param>
/// <param name="Value">
/// Their value, in the ledger's currency at its cost scale; zero whenever the quantity is zero.
/// </param>
/// <param name="QuantityIn">Units that came in until then.</param>
/// <param name="ValueIn">What they cost.</param>
/// <param name="QuantityOut">Units that went out until then.</param>
/// <param name="CostOut">What they cost, by the book's method.</param>
public sealed record StockValue(
    string Sku, Instant AsOf, Quantity Quantity, decimal Value, Quantity QuantityIn, decimal ValueIn,
        Quantity QuantityOut, decimal CostOut);
