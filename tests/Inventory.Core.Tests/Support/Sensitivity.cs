using System.Collections;
using System.Reflection;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Kits;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Substitutes;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Core.Tests.Support;

/// <summary>Changes a record field by field, to see whether a hash notices.</summary>
internal static class Sensitivity
{
    /// <summary>Asserts that a hash changes with every field, but for those named, with which it must not.</summary>
    public static void Check<T>(T example, Func<T, Digest> hash, params string[] outside)
        where T : class
    {
        var before = hash(example);
        var seen = 0;
        foreach (var property in example.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var current = property.GetValue(example);
            foreach (var value in Others(current, property.PropertyType).Where(value => !Equals(value, current)))
            {
                var changed = Clone(example);
                property.SetValue(changed, value);
                Assert.True(
                    outside.Contains(property.Name) == (hash(changed) == before),
                        $"{typeof(T).Name}.{property.Name} as {value}");
                seen++;
            }
        }

        Assert.True(seen > 0);
    }

    private static T Clone<T>(T record)
        where T : class =>
        (T)record.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public)!.Invoke(record, null)!;

    private static IEnumerable<object?> Others(object? value, Type type) => value switch
    {
        null => [Some(Nullable.GetUnderlyingType(type) ?? type)],
        _ when Nullable.GetUnderlyingType(type) is not null =>
            [null, .. Others(value, Nullable.GetUnderlyingType(type)!)],
        string text => [text + "x", string.Empty],
        bool flag => [!flag],
        int number => [number + 1, -number - 1],
        long number => [number + 1, long.MinValue],
        decimal number => [number + 0.1m, -number - 1],
        Enum member => [Enum.ToObject(member.GetType(), Convert.ToInt32(member, null) + 1)],
        LotTerm term =>
        [
            term with { Received = 1 }, term with { Produced = 1 }, term with { BestBefore = 1 },
            term with { UseBy = 1 }, term with { Removal = 1 }, term with { Alert = 1 },
        ],
        Digest digest => [digest with { High = ~digest.High }, digest with { Low = ~digest.Low }],
        CommandKey key => [new CommandKey(key.Text + "x", key.Source), new CommandKey(key.Text, key.Source + "x")],
        Currency currency => [new Currency("JPY", currency.Digits), new Currency(currency.Code, currency.Digits + 1)],
        Quantity quantity =>
            [new Quantity(quantity.Amount + 1, quantity.Unit), new Quantity(quantity.Amount, quantity.Unit + "x"),
            default(Quantity)],
        Cost cost => [Cost.PerUnit(cost.Amount + 1), Cost.Total(cost.Amount + 1), Cost.PerUnit(cost.Amount + 2),
            default(Cost)],
        Instant instant => [instant + Duration.FromTicks(10)],
        Duration duration => [duration + Duration.FromTicks(10)],
        LocalDate date => [date.PlusDays(1)],
        UnitOfMeasure unit => Units(unit),
        ReadOnlyMemory<byte> => [new ReadOnlyMemory<byte>([9]), ReadOnlyMemory<byte>.Empty],
        Ratio ratio => [new Ratio(ratio.Numerator + 1, ratio.Denominator), ratio.Times(new Ratio(1, 97))],
        ReferenceCounts counts => [counts with { Grades = counts.Grades + 1 }],
        IEnumerable list => [Longer(list, type)],
        // Parts of a row that are values by themselves.
        PositionKey key =>
            [key with { Pool = ~key.Pool }, key with { Owner = ~key.Owner }, key with { Grade = ~key.Grade }],
        LegKey leg =>
            [leg with { Commit = ~leg.Commit }, leg with { Ordinal = ~leg.Ordinal }, leg with { Leg = ~leg.Leg }],
        _ => Records(value),
    };

    private static IEnumerable<object?> Records(object value)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite))
        {
            foreach (var other in Others(property.GetValue(value), property.PropertyType))
            {
                var changed = Clone(value);
                property.SetValue(changed, other);
                yield return changed;
            }
        }
    }

    private static IEnumerable<object> Units(UnitOfMeasure unit) =>
    [
        new UnitOfMeasure(unit.Code + "x", unit.Dimension, unit.Size, unit.Step),
        new UnitOfMeasure(unit.Code, unit.Dimension + "x", unit.Size, unit.Step),
        new UnitOfMeasure(unit.Code, unit.Dimension, unit.Size.Times(new Ratio(3, 1)), unit.Step),
        new UnitOfMeasure(unit.Code, unit.Dimension, unit.Size.Times(new Ratio(1, 3)), unit.Step),
        new UnitOfMeasure(unit.Code, unit.Dimension, unit.Size, unit.Step * 2),
    ];

    private static object Longer(IEnumerable list, Type type)
    {
        var element = type.GetGenericArguments()[0];
        var items = list.Cast<object>().ToList();
        var longer = Array.CreateInstance(element, items.Count + 1);
        items.Append(items.Count > 0 ? items[0] : Some(element)).Select((item, i) => (item, i)).ToList()
            .ForEach(pair => longer.SetValue(pair.item, pair.i));
        return longer;
    }

    private static object Some(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(IReadOnlyList<SerialRange>) ? new SerialRange[] { new("S1", "S2") }
        : type == typeof(int) ? 1
        : type == typeof(long) ? 1L
        : type == typeof(decimal) ? 1m
        : type == typeof(bool) ? true
        : type == typeof(Quantity) ? Quantity.Each(1)
        : type == typeof(Inventory.Ledger.Spot)
            ? new Inventory.Ledger.Spot(1, 2, Inventory.Movements.StockStatus.Available)
        : type == typeof(Instant) ? Times.Minute(0)
        : type == typeof(Duration) ? Duration.FromMinutes(1)
        : type == typeof(CommandKey) ? new CommandKey("x", "y")
        : type == typeof(LocalDate) ? new LocalDate(2026, 1, 1)
        : type == typeof(Stamp) ? new Stamp("x")
        : type == typeof(SourceDocument) ? new SourceDocument("x", "y")
        : type == typeof(UnitConversion) ? new UnitConversion("x", "y", new Ratio(2, 3))
        : type == typeof(MovementLine) ? new MovementLine("x", Quantity.Each(1))
        : type == typeof(LotDates) ? new LotDates { UseBy = new LocalDate(2026, 1, 1) }
        : type == typeof(Variant) ? new Variant(1, [new VariantValue("x", "y")])
        : type == typeof(VariantValue) ? new VariantValue("x", "y")
        : type == typeof(KitComponent) ? new KitComponent(1, 1)
        : type == typeof(KitPart) ? new KitPart("x", Quantity.Each(1))
        : type == typeof(Pack) ? new Pack("x", PackLevel.Case, 1, "y")
        : type == typeof(Substitute) ? new Substitute(1, Ratio.One, SubstitutionRule.Ask)
        : type == typeof(SubstituteLine) ? new SubstituteLine("x", Ratio.One)
        : type == typeof(ChannelRule) ? new ChannelRule(1, new SellingRule { OrderMinimum = 1 })
        : type == typeof(SellingLine) ? new SellingLine(new SellingRule { OrderMinimum = 1 })
        : type == typeof(ThresholdRule) ? new ThresholdRule(1, new ThresholdSet { Minimum = 1 })
        : type == typeof(ThresholdLine) ? new ThresholdLine(new ThresholdSet { Minimum = 1 })
        : type == typeof(VariantAxis) ? new VariantAxis("x", "y")
        : type == typeof(ArrivalLine) ? new ArrivalLine(1, Quantity.Each(1))
        : type == typeof(BinCapacity) ? new BinCapacity { Units = 1 }
        : type == typeof(SkuMeasures) ? new SkuMeasures(1)
        : type == typeof(BinAddress) ? new BinAddress { Walk = 1 }
        : type == typeof(Freeze) ? new Freeze(FreezeDirection.Out, FreezePurpose.Count, "x", null)
        : type == typeof(Lot) ? new Lot(1, 1, "x")
        : type == typeof(LotDates) ? new LotDates { UseBy = new LocalDate(2026, 1, 1) }
        : type == typeof(LotTerm) ? LotTerm.Of(20260101)
        : type == typeof(LotRule) ? new LotRule(LotUse.Optional, MovementKind.Issue)
        : type == typeof(MovementKind) ? MovementKind.Issue
        : type == typeof(ShelfLife) ? new ShelfLife(1)
        : throw new NotSupportedException($"Say what some {type} is.");
}
