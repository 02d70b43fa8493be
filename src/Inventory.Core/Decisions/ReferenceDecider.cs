using Inventory.Commands;
using Inventory.References;

namespace Inventory.Decisions;

/// <summary>Decides new and changed rows of code lists.</summary>
internal static class ReferenceDecider
{
    private const int NameLengthMax = 400;
    private const int AxesMax = 8;

    public static void Decide(ref Working work, DefineReference define)
    {
        var code = CatalogDecider.Code(ref work, define.Code, "code");
        work.CheckText(define.Name, "name", NameLengthMax);
        var existing = code is null ? null : FindExisting(ref work, define, code);
        var row = Make(ref work, define, existing);
        if (row is null || code is null || !work.IsClear)
        {
            return;
        }

        row = row with
        {
            Number = existing?.Number ?? work.Stock.Ledger.References.Of(define.Kind) + 1,
            Code = existing?.Code ?? code,
            Name = define.Name,
        };
        CatalogDecider.Make(ref work, new CatalogChange(Reference: row), row.Number);
    }

    private static Reference? FindExisting(ref Working work, DefineReference define, string code)
    {
        if (!work.Stock.TryGetReference(define.Kind, Codes.Fold(code), out var existing))
        {
            work.Needs.ReferenceCodes.Add((define.Kind, Codes.Fold(code)));
        }
        else if (existing is not null && !define.Replaces)
        {
            work.Refuse(ErrorCodes.DuplicateCode, "code", code, null,
                $"The {define.Kind} '{code}' exists already, with number {existing.Number}; use another code, or replace it.");
        }

        return existing;
    }

    private static Reference? Make(ref Working work, DefineReference define, Reference? existing)
    {
        switch (define)
        {
            case DefineCategory category:
                return Make(ref work, category, existing);
            case DefineChannel channel:
                PolicyCheck.Check(ref work, channel.Selling, "selling");
                return new Channel { Number = 0, Code = string.Empty, Selling = channel.Selling };
            case DefineVariants variants:
                return MakeTemplate(ref work, variants, existing as VariantTemplate);
            case DefineOwner owner:
                work.CheckDefined(owner.Terms, "terms");
                return new Owner { Number = 0, Code = string.Empty, Terms = owner.Terms };
            default:
                return new Grade { Number = 0, Code = string.Empty };
        }
    }

    private static Category? Make(ref Working work, DefineCategory define, Reference? existing)
    {
        PolicyCheck.Check(ref work, define.Selling, "selling");
        var thresholds = PolicyCheck.Check(ref work, define.Thresholds, "thresholds");
        var parent = define.Parent is null ? null : work.FindCategory(define.Parent, "parent");
        if (parent is not null && existing is not null
            && work.CategoryPath(parent.Number)?.Any(above => above.Number == existing.Number) == true)
        {
            work.Refuse(ErrorCodes.InvalidTree, "parent", parent.Code, "a category outside of it",
                $"{existing.Code} would lie in itself through {parent.Code}; hang it under a category outside of it.");
        }

        return thresholds is null ? null : new Category
        {
            Number = 0,
            Code = string.Empty,
            Parent = parent?.Number ?? 0,
            Thresholds = thresholds,
            Selling = define.Selling,
        };
    }

    private static VariantTemplate? MakeTemplate(
        ref Working work, DefineVariants define, VariantTemplate? existing)
    {
        if (define.Axes.Count is 0 or > AxesMax)
        {
            work.Refuse(ErrorCodes.InvalidVariant, "axes", Number(define.Axes.Count), "1 to 8",
                "A template of variants has one to eight axes; name what its variants differ in.");
        }

        var axes = new List<VariantAxis>(define.Axes.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < define.Axes.Count; i++)
        {
            var axis = define.Axes[i];
            var name = Unique(ref work, axis.Name, $"axes[{i}].name", names);
            var values = new HashSet<string>(StringComparer.Ordinal);
            var kept = new List<string>(axis.Values.Count);
            for (var j = 0; j < axis.Values.Count; j++)
            {
                kept.Add(Unique(ref work, axis.Values[j], $"axes[{i}].values[{j}]", values) ?? string.Empty);
            }

            if (kept.Count == 0)
            {
                work.Refuse(ErrorCodes.InvalidVariant, $"axes[{i}].values", "0", "at least one",
                    $"The axis '{axis.Name}' has no values; name at least one.");
            }

            axes.Add(new VariantAxis(name ?? string.Empty, kept));
        }

        if (existing is not null && define.Replaces && work.IsClear)
        {
            VariantDecider.CheckAxes(ref work, existing, axes);
        }

        return new VariantTemplate { Number = 0, Code = string.Empty, Axes = axes };
    }

    private static string? Unique(ref Working work, string? code, string field, HashSet<string> seen)
    {
        var normalised = CatalogDecider.Code(ref work, code, field);
        if (normalised is not null && !seen.Add(Codes.Fold(normalised)))
        {
            work.Refuse(ErrorCodes.InvalidVariant, field, code, null,
                $"'{code}' is there twice; name each axis and each value of an axis once.");
        }

        return normalised;
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
