using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Decisions;

/// <summary>Decides changes of SKUs, identifiers and reasons.</summary>
internal static class CatalogDecider
{
    private const int NameLengthMax = 400;

    public static void Decide(ref Working work, DefineSku define)
    {
        var code = Code(ref work, define.Code, "code");
        work.CheckText(define.Name, "name", NameLengthMax);
        work.CheckDefined(define.Type, "type");
        work.CheckDefined(define.Lifecycle, "lifecycle");
        work.CheckDefined(define.Tracking, "tracking");
        CheckConversions(ref work, define);
        if (code is null || define.BaseUnit is null)
        {
            return;
        }

        if (!work.Stock.TryGetSku(Codes.Fold(code), out var existing))
        {
            work.Needs.SkuCodes.Add(Codes.Fold(code));
            return;
        }

        if (existing is not null)
        {
            Duplicate(ref work, "SKU", code, existing.Sku.Number);
        }

        if (work.IsClear)
        {
            var sku = new Sku
            {
                Number = work.Stock.Ledger.Skus + 1,
                Code = code,
                Name = define.Name,
                Type = define.Type,
                Lifecycle = define.Lifecycle,
                Tracking = define.Tracking,
                BaseUnit = define.BaseUnit,
                Conversions = define.Conversions,
            };
            Make(ref work, new CatalogChange(Sku: sku), sku.Number);
        }
    }

    public static void Decide(ref Working work, ChangeLifecycle change)
    {
        var window = work.FindSku(change.Sku, "sku");
        work.CheckDefined(change.Lifecycle, "lifecycle");
        if (window is not null && change.Lifecycle == Lifecycle.Draft && window.Sku.Lifecycle != Lifecycle.Draft)
        {
            work.Refuse(ErrorCodes.Lifecycle, "lifecycle", change.Lifecycle.ToString(), "any other status",
                $"{window.Sku.Code} has left draft and cannot return to it; block it instead.");
        }

        if (window is not null && work.IsClear)
        {
            Make(ref work, new CatalogChange(Sku: window.Sku with { Lifecycle = change.Lifecycle }), window.Sku.Number);
        }
    }

    public static void Decide(ref Working work, AddIdentifier add)
    {
        var window = work.FindSku(add.Sku, "sku");
        var value = IdentifierValue(ref work, add);
        work.CheckDefined(add.Kind, "kind");
        var from = add.ValidFrom ?? new LocalDate(1970, 1, 1);
        if (add.ValidTo < from)
        {
            work.Refuse(ErrorCodes.InvalidField, "validTo", $"{add.ValidTo:uuuu-MM-dd}", $"{from:uuuu-MM-dd} or later",
                "The validity ends before it starts; swap the days.");
        }

        if (window is null || value is null)
        {
            return;
        }

        var unit = add.Unit ?? window.Sku.BaseUnit.Code;
        if (SkuUnits.FactorToBase(window.Sku, unit) is null)
        {
            work.Refuse(ErrorCodes.InvalidConversion, "unit", unit, window.Sku.BaseUnit.Code,
                $"{window.Sku.Code} has no unit '{unit}'; use one that converts to {window.Sku.BaseUnit.Code}.");
        }

        if (!work.Stock.TryGetIdentifiers(add.Kind, value, out var others))
        {
            work.Needs.Identifiers.Add((add.Kind, value));
            return;
        }

        var identifier = new Identifier(add.Kind, value, window.Sku.Number, unit, from, add.ValidTo);
        if (others!.FirstOrDefault(identifier.Overlaps) is { } owner)
        {
            work.Refuse(ErrorCodes.AmbiguousIdentifier, "value", value, null,
                $"{add.Kind} {value} already belongs to SKU number {owner.Sku} in that period; end that validity first.");
        }

        if (work.IsClear)
        {
            Make(ref work, new CatalogChange(Identifier: identifier), window.Sku.Number);
        }
    }

    public static void Decide(ref Working work, DefineReason define)
    {
        var code = Code(ref work, define.Code, "code");
        work.CheckText(define.Name, "name", NameLengthMax);
        work.CheckText(define.Account, "account", NameLengthMax);
        work.CheckDefined(define.Direction, "direction");
        if (code is null)
        {
            return;
        }

        if (!work.Stock.TryGetReason(Codes.Fold(code), out var existing))
        {
            work.Needs.ReasonCodes.Add(Codes.Fold(code));
            return;
        }

        if (existing is not null)
        {
            Duplicate(ref work, "reason", code, existing.Number);
        }

        if (work.IsClear)
        {
            var number = work.Stock.Ledger.Reasons + 1;
            Make(ref work, new CatalogChange(
                Reason: new Reason(number, code, define.Name, define.Direction, define.Account)), number);
        }
    }

    internal static string? Code(ref Working work, string? code, string field)
    {
        if (Codes.Normalise(code) is { } normalised)
        {
            return normalised;
        }

        work.RefuseCode(field, code);
        return null;
    }

    internal static void Duplicate(ref Working work, string noun, string code, int number) =>
        work.Refuse(ErrorCodes.DuplicateCode, "code", code, null,
            $"The {noun} '{code}' exists already, with number {number}; use another code.");

    internal static void Make(ref Working work, CatalogChange change, int number)
    {
        work.Change.Catalog = change;
        work.Change.Reply = work.Change.Reply with { Number = number };
    }

    private static void CheckConversions(ref Working work, DefineSku define)
    {
        if (define.BaseUnit is null)
        {
            work.Refuse(ErrorCodes.InvalidField, "baseUnit", null, "a unit", "A SKU needs a base unit; name one.");
            return;
        }

        foreach (var conversion in define.Conversions)
        {
            if (conversion.Factor.IsDefault || conversion.Step <= 0 || !UnitOfMeasure.IsCode(conversion.From)
                || !UnitOfMeasure.IsCode(conversion.To))
            {
                work.Refuse(ErrorCodes.InvalidConversion, "conversions", $"{conversion.From} to {conversion.To}",
                    "unit codes and positive numbers",
                    $"The conversion of {conversion.From} to {conversion.To} lacks a unit, a positive factor or a positive step.");
                return;
            }
        }

        if (SkuUnits.Fault(define.BaseUnit, define.Conversions) is { } fault)
        {
            work.Refuse(ErrorCodes.InvalidConversion, "conversions", fault, "one factor per unit",
                $"The conversions do not make one factor per unit: {fault}; correct or remove one of them.");
        }
    }

    private static string? IdentifierValue(ref Working work, AddIdentifier add)
    {
        if (add.Kind != IdentifierKind.Gtin || add.Value is null)
        {
            return Code(ref work, add.Value, "value");
        }

        var gtin = Gtin.Normalise(add.Value);
        if (!gtin.Succeeded)
        {
            work.Errors.AddRange(gtin.Errors);
            return null;
        }

        return gtin.Value;
    }
}
