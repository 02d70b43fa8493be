using System.Globalization;
using Inventory.Catalog;
using Inventory.Packs;

namespace Inventory.Decisions;

/// <summary>Decides the packs of a SKU.</summary>
internal static class PackDecider
{
    public static Sku? Decide(ref Working work, SkuWindow window, SetPacks set)
    {
        var sku = window.Sku;
        var units = new Dictionary<string, Pack>(StringComparer.Ordinal);
        if (set.Packs.Count > SetPacks.PacksMax)
        {
            Refuse(ref work, "packs", set.Packs.Count.ToString(CultureInfo.InvariantCulture),
                $"at most {SetPacks.PacksMax}", "A SKU has at most 20 packs; leave some out.");
        }

        for (var i = 0; i < set.Packs.Count; i++)
        {
            CheckFields(ref work, set.Packs[i], $"packs[{i}]");
            CheckUnit(ref work, sku, set.Packs[i], units, $"packs[{i}]");
        }

        for (var i = 0; i < set.Packs.Count; i++)
        {
            CheckContent(ref work, sku, set.Packs[i], units, $"packs[{i}]");
        }

        CheckHistory(ref work, window, units);
        return work.IsClear ? Make(ref work, sku, set.Packs) : null;
    }

    private static Sku? Make(ref Working work, Sku sku, IReadOnlyList<Pack> packs)
    {
        // A pack is a unit like others: its conversion takes the place of the one made for it before.
        var former = sku.Packs.Select(Conversion).ToHashSet();
        UnitConversion[] conversions =
            [.. sku.Conversions.Where(conversion => !former.Contains(conversion)), .. packs.Select(Conversion)];
        if (SkuUnits.Fault(sku.BaseUnit, conversions) is { } fault)
        {
            Refuse(ref work, "packs", fault, "one factor per unit",
                $"The packs do not make one factor per unit: {fault}; correct a pack or a conversion.");
            return null;
        }

        Pack[] ordered = [.. packs.OrderBy(pack => pack.Level).ThenBy(pack => pack.Version)];
        return sku with { Conversions = conversions, Details = sku.Details with { Packs = ordered } };
    }

    private static UnitConversion Conversion(Pack pack) =>
        new(pack.Unit, pack.Contains, new Ratio(pack.Count, 1));

    private static void CheckFields(ref Working work, Pack pack, string target)
    {
        work.CheckDefined(pack.Level, $"{target}.level");
        if (pack.Count <= 0)
        {
            Refuse(ref work, $"{target}.count", pack.Count.ToString(CultureInfo.InvariantCulture), "1 or more",
                $"A pack '{pack.Unit}' of {pack.Count} holds nothing; give how many it holds.");
        }

        if (pack.Version <= 0)
        {
            Refuse(ref work, $"{target}.version", pack.Version.ToString(CultureInfo.InvariantCulture), "1 or more",
                "Versions of a pack count from 1.");
        }

        long?[] measures =
            [pack.WeightGrams, pack.LengthMillimetres, pack.WidthMillimetres, pack.HeightMillimetres];
        if (measures.Any(measure => measure <= 0))
        {
            Refuse(ref work, target, null, "more than 0",
                $"A weight or measure of '{pack.Unit}' is not positive; correct it or leave it out.");
        }
    }

    private static void CheckUnit(
        ref Working work, Sku sku, Pack pack, Dictionary<string, Pack> units, string target)
    {
        if (!UnitOfMeasure.IsCode(pack.Unit) || pack.Unit == sku.BaseUnit.Code || !units.TryAdd(pack.Unit, pack))
        {
            Refuse(ref work, $"{target}.unit", pack.Unit, "a unit code of its own",
                $"'{pack.Unit}' is no unit code, the base unit, or another pack's; give the pack a unit of its own.");
        }
        else if (units.Values.Any(other =>
            other.Unit != pack.Unit && other.Level == pack.Level && other.Version == pack.Version))
        {
            Refuse(ref work, $"{target}.version", pack.Version.ToString(CultureInfo.InvariantCulture), null,
                $"There are two packs of level {pack.Level}, version {pack.Version}; number the versions.");
        }
    }

    private static void CheckContent(
        ref Working work, Sku sku, Pack pack, Dictionary<string, Pack> units, string target)
    {
        // Levels only rise from content to pack, so nothing can contain itself.
        var fits = pack.Contains == sku.BaseUnit.Code
            || (pack.Contains is not null && units.TryGetValue(pack.Contains, out var inner)
                && inner.Level < pack.Level);
        if (!fits)
        {
            Refuse(ref work, $"{target}.contains", pack.Contains, "the base unit or a pack of a lower level",
                $"'{pack.Unit}' cannot contain '{pack.Contains}'; name {sku.BaseUnit.Code} or a pack of a lower level.");
        }
    }

    private static void CheckHistory(ref Working work, SkuWindow window, Dictionary<string, Pack> units)
    {
        if (window.Sequence == 0)
        {
            return;
        }

        foreach (var former in window.Sku.Packs)
        {
            if (!units.TryGetValue(former.Unit, out var now) || Conversion(now) != Conversion(former))
            {
                work.Refuse(ErrorCodes.PackHasStock, "packs", former.Unit, $"{former.Count} {former.Contains}",
                    $"{window.Sku.Code} has moved, and a '{former.Unit}' of it holds {former.Count} {former.Contains}; keep it and add the new content as another version with a unit of its own.");
            }
        }
    }

    private static void Refuse(
        ref Working work, string target, string? actual, string? allowed, string message) =>
        work.Refuse(ErrorCodes.InvalidPack, target, actual, allowed, message);
}
