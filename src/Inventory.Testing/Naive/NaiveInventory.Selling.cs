using System.Numerics;
using Inventory.Policies;

namespace Inventory.Testing.Naive;

/// <content>In which quantities SKUs are ordered. The model knows no channels, and no rules of categories.</content>
public sealed partial class NaiveInventory
{
    private void Set(SetSelling set)
    {
        var sku = FindSku(set.Sku);
        if (_errors.Count == 0)
        {
            sku!.Selling = set.Lines.FirstOrDefault(line => line.Channel is null)?.Rule ?? SellingRule.Empty;
        }
    }

    // A line with something wrong in it orders nothing.
    private Asked? Sound(Func<Asked?> ask)
    {
        var before = _errors.ToList();
        _errors.Clear();
        var asked = ask();
        asked = _errors.Count == 0 ? asked : null;
        _errors.UnionWith(before);
        return asked;
    }

    private void CheckOrder(string? holder, List<Asked> asked, List<NaivePromise> replaced)
    {
        foreach (var group in asked.GroupBy(line => line.Sku))
        {
            var (sku, ordered) = (group.Key, Sum(group.Select(line => line.Quantity)));
            BigInteger? Steps(decimal? amount, Func<decimal, decimal> round) =>
                amount is { } some ? new BigInteger(round(some / sku.Defined.BaseUnit.Step)) : null;
            var minimum = Steps(sku.Selling.OrderMinimum, decimal.Ceiling) ?? 0;
            var increment = Steps(sku.Selling.OrderIncrement, decimal.Ceiling) ?? 1;
            if (ordered < minimum || (ordered - minimum) % increment != 0
                || ordered > Steps(sku.Selling.OrderMaximum, decimal.Floor)
                || ordered > Steps(sku.Selling.CustomerLimit, decimal.Floor) - Had(sku, holder, replaced))
            {
                _errors.Add(ErrorCodes.InvalidIncrement);
            }
        }
    }

    // What a holder holds, has ordered and was shipped, wherever that is.
    private BigInteger Had(NaiveSku sku, string? holder, List<NaivePromise> replaced) => Sum(_promises
        .Where(promise => holder is not null && promise.Holder == holder && promise.Sku == sku)
        .Select(promise => promise.Fulfilled + (replaced.Contains(promise) ? 0 : promise.LeftAt(_now))));
}
