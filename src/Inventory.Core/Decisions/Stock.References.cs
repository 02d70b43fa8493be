using System.Diagnostics.CodeAnalysis;
using Inventory.References;

namespace Inventory.Decisions;

/// <content>Code lists and the variants of templates.</content>
public sealed partial class Stock
{
    internal bool TryGetReference(ReferenceKind kind, string codeKey, out Reference? reference)
    {
        if (_referencesByCode.TryGetValue((kind, codeKey), out var number))
        {
            reference = number == 0 ? null : FindReference(kind, number);
            return true;
        }

        reference = null;
        if (_origin is null || !_origin.TryGetReference(kind, codeKey, out var original))
        {
            return false;
        }

        reference = original is null ? null : FindReference(kind, original.Number);
        return true;
    }

    internal bool TryGetVariants(int template, [NotNullWhen(true)] out IReadOnlyList<int>? skus) =>
        _variants.TryGetValue(template, out skus)
        || (_origin is not null && _origin.TryGetVariants(template, out skus));

    internal void MoveVariant(int sku, int from, int to)
    {
        if (from != to && TryGetVariants(from, out var left))
        {
            _variants[from] = [.. left.Where(number => number != sku)];
        }

        if (from != to && TryGetVariants(to, out var joined))
        {
            _variants[to] = [.. joined, sku];
        }
    }
}
