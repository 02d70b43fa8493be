using System.Numerics;
using Inventory.Catalog;
using Inventory.Locations;

namespace Inventory.Testing.Naive;

/// <content>The room of bins.</content>
public sealed partial class NaiveInventory
{
    private void Set(SetCapacity set)
    {
        var place = FindPlace(set.Location);
        if (place is { Kind: not LocationKind.Bin } or { HoldsStock: false })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        var room = set.Capacity;
        long?[] limits = [room?.Units, room?.Grams, room?.Millilitres, room?.Pallets, room?.Skus];
        if (limits.Any(limit => limit < 0))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (_errors.Count == 0)
        {
            place!.Capacity = set.Capacity;
        }
    }

    private void Set(SetMeasures set)
    {
        var sku = FindSku(set.Sku);
        if (set.Measures?.Milligrams is < 0 or > SkuMeasures.Most
            || set.Measures?.CubicMillimetres is < 0 or > SkuMeasures.Most)
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (_errors.Count == 0)
        {
            sku!.Measures = set.Measures;
        }
    }

    // What a place holds of a measure afterwards is no more than its limit, or no more than before. No SKU of the model
    // has packs, so that nothing may come in where pallets are counted.
    private void CheckRoom(List<NaivePlan> plan)
    {
        foreach (var place in plan.Where(line => line.From.Place != line.To.Place).Select(line => line.To.Place)
            .Where(place => place.Capacity is { Policy: CapacityPolicy.Reject }).Distinct())
        {
            var there = _skus.ToDictionary(sku => sku, sku => Sum(Facts(sku), spot => spot.Place == place));
            var after = there.ToDictionary(sku => sku.Key, sku => sku.Value + Change(plan, sku.Key, place));
            var capacity = place.Capacity!;
            var more = _skus.Where(sku => after[sku] > there[sku]).ToList();
            if (more.Count > 0 && (IsOver(capacity.Units, there, after, UnitsOf)
                || IsOver(capacity.Grams, there, after, goods => Thousands(goods, measures => measures?.Milligrams))
                || IsOver(
                    capacity.Millilitres, there, after,
                    goods => Thousands(goods, measures => measures?.CubicMillimetres))
                || IsOver(capacity.Skus, there, after, goods => goods.Count(sku => sku.Value > 0))
                || (capacity.Grams is not null && more.Exists(sku => sku.Measures?.Milligrams is null))
                || (capacity.Millilitres is not null && more.Exists(sku => sku.Measures?.CubicMillimetres is null))
                || capacity.Pallets is not null))
            {
                _errors.Add(ErrorCodes.Capacity);
            }
        }
    }

    private static BigInteger Change(List<NaivePlan> plan, NaiveSku sku, NaivePlace place) => Sum(plan
        .Where(line => line.Sku == sku)
        .Select(line => (line.To.Place == place ? line.Quantity : 0) - (line.From.Place == place ? line.Quantity : 0)));

    private static bool IsOver(
        long? limit, Dictionary<NaiveSku, BigInteger> before, Dictionary<NaiveSku, BigInteger> after,
        Func<Dictionary<NaiveSku, BigInteger>, BigInteger> use) =>
        limit is { } most && use(after) > most && use(after) > use(before);

    private static BigInteger UnitsOf(Dictionary<NaiveSku, BigInteger> goods) => Sum(goods
        .Where(sku => sku.Value > 0)
        .Select(sku => NaiveFraction.Of(sku.Key.Defined.BaseUnit.Step).Times(new NaiveFraction(sku.Value, 1))
            .Round(Rounding.Up)));

    private static BigInteger Thousands(
        Dictionary<NaiveSku, BigInteger> goods, Func<SkuMeasures?, long?> measure) => goods
        .Where(sku => sku.Value > 0)
        .Select(sku => NaiveFraction.Of(sku.Key.Defined.BaseUnit.Step)
            .Times(new NaiveFraction(sku.Value * (measure(sku.Key.Measures) ?? 0), 1_000)))
        .Aggregate(new NaiveFraction(0, 1), (sum, part) => sum.Plus(part)).Round(Rounding.Up);
}
