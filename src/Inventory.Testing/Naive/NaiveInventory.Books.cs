using System.Numerics;
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

    // Where each lot is costed by itself, it has a book of its own.
    private BigInteger ValueOf(IEnumerable<NaiveFact> facts, CostMethod method) => method == CostMethod.Specific
        ? facts.GroupBy(fact => fact.Lot)
            .Aggregate(BigInteger.Zero, (sum, lot) => sum + Book(lot, method).Value)
        : Book(facts, method).Value;

    // Where a book costs each lot by itself, no lot comes in without a cost unless some of it is there to tell.
    private void CheckLotCosts(List<NaivePlan> plan)
    {
        if (_costsLots && plan.Any(LacksCost))
        {
            _errors.Add(ErrorCodes.CostMissing);
        }
    }

    private bool LacksCost(NaivePlan line) =>
        line is { Cost: null, To.Lot: { } lot } && !line.Quantity.IsZero && !line.From.IsOurs
        && line.To.IsOurs
        && (line.Effective < LatestOf(line.Sku) || LotOnHand(line.Sku, lot) <= 0);

    // What a fact cost in the inline book when it was posted.
    private void Cost(NaiveFact fact)
    {
        var ofCommand = _facts.Where(other => other.Command == fact.Command && other.Sku == fact.Sku);
        if (_inlineMethod is { } method && fact.Direction != 0 && !ofCommand.Any(UpsetsBook))
        {
            fact.Posted = Book(
                Facts(fact.Sku).Where(other => method != CostMethod.Specific || other.Lot == fact.Lot), method)
                .CostOf(fact);
        }
    }

    // A late fact's cost is not known when it is posted, nor that of goods that come back from one, nor what follows
    // in the command.
    private static bool UpsetsBook(NaiveFact fact) =>
        fact.IsLate || fact is { Direction: > 0, Reverses: not null, Cost: null };
}
