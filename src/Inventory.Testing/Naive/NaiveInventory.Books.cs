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

    // What a fact cost in the inline book when it was posted.
    private void Cost(NaiveFact fact)
    {
        var ofCommand = _facts.Where(other => other.Command == fact.Command && other.Sku == fact.Sku);
        if (_inlineMethod is { } method && fact.Direction != 0 && !ofCommand.Any(UpsetsBook))
        {
            fact.Posted = Book(Facts(fact.Sku), method).CostOf(fact);
        }
    }

    // A late fact's cost is not known when it is posted, nor that of goods that come back from one, nor what follows
    // in the command.
    private static bool UpsetsBook(NaiveFact fact) =>
        fact.IsLate || fact is { Direction: > 0, Reverses: not null, Cost: null };
}
