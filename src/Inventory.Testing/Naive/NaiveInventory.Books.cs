using Inventory.Valuation;

namespace Inventory.Testing.Naive;

/// <content>What things cost.</content>
public sealed partial class NaiveInventory
{
    private NaiveBook Book(IEnumerable<NaiveFact> facts, CostMethod method)
    {
        var book = new NaiveBook(method, method == _inlineMethod);
        foreach (var fact in facts)
        {
            book.Add(fact);
        }

        return book;
    }

    // What a fact cost in the inline book when it was posted. A late fact's cost is not known then, nor what
    // hangs on one.
    private void Cost(NaiveFact fact)
    {
        if (_inlineMethod is not { } method || fact.IsLate || fact.Direction == 0
            || (fact is { Direction: > 0, Reverses: not null, Cost: null }))
        {
            return;
        }

        fact.Posted = Book(Facts(fact.Sku), method).CostOf(fact);
    }
}
