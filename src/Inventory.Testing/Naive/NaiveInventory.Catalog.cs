using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>Master data.</content>
public sealed partial class NaiveInventory
{
    private void Define(DefineSku define)
    {
        CheckNew(define.Code, _skus.Select(sku => sku.Defined.Code));
        if (_errors.Count == 0)
        {
            _skus.Add(new NaiveSku(define));
        }
    }

    private void Change(ChangeLifecycle change)
    {
        var sku = FindSku(change.Sku);
        if (sku is not null && change.Lifecycle == Lifecycle.Draft && sku.Lifecycle != Lifecycle.Draft)
        {
            _errors.Add(ErrorCodes.Lifecycle);
        }

        if (_errors.Count == 0)
        {
            sku!.Lifecycle = change.Lifecycle;
        }
    }

    private void Define(DefineReason define)
    {
        CheckNew(define.Code, _reasons.Select(reason => reason.Code));
        if (_errors.Count == 0)
        {
            _reasons.Add(define);
        }
    }

    private void Define(DefineLocation define)
    {
        CheckNew(define.Code, _places.Select(place => place.Code));
        var parent = define.Parent is null ? null : FindPlace(define.Parent);
        if (parent is not null
            && (parent.Kind >= LocationKind.Bin || (define.Kind <= LocationKind.Bin && define.Kind <= parent.Kind)))
        {
            _errors.Add(ErrorCodes.InvalidTree);
        }

        if (define.NegativeLimit < 0 || (define.NegativeLimit > 0 && define.Negative != NegativeStock.AllowToLimit))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        CheckAddress(define.Address);
        var place = new NaivePlace(define.Code, define.Kind, parent)
        {
            TimeZone = define.TimeZone,
            IsPool = define.IsPool,
            HoldsStock = define.HoldsStock ?? define.Kind
                is LocationKind.Site or LocationKind.Bin or LocationKind.Transit,
            Negative = define.Negative,
            NegativeLimit = define.NegativeLimit,
            Address = define.Address,
        };
        var isStructural = !place.IsOwn || place.Kind == LocationKind.Company;
        if ((define.HoldsStock == true && isStructural) || (define.IsPool && !place.IsOwn))
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        if (_errors.Count == 0)
        {
            _places.Add(place);
        }
    }

    private void Set(SetAddress set)
    {
        var place = FindPlace(set.Location);
        if (place is { IsOwn: false })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        CheckAddress(set.Address);
        if (_errors.Count == 0)
        {
            place!.Address = set.Address;
        }
    }

    private void CheckAddress(BinAddress? address)
    {
        const int Farthest = 1_000_000_000;
        int[] coordinates =
            [address?.XMillimetres ?? 0, address?.YMillimetres ?? 0, address?.ZMillimetres ?? 0];
        if (address?.Walk is < 1 or > Farthest || coordinates.Any(at => at is < -Farthest or > Farthest))
        {
            _errors.Add(ErrorCodes.InvalidField);
        }
    }

    private void CheckNew(string? code, IEnumerable<string> existing)
    {
        if (!IsCode(code))
        {
            _errors.Add(ErrorCodes.InvalidCode);
        }
        else if (existing.Any(other => Fold(other) == Fold(code!)))
        {
            _errors.Add(ErrorCodes.DuplicateCode);
        }
    }

    // Which kinds of movement a SKU's lifecycle allows.
    private static bool Allows(Lifecycle lifecycle, MovementKind kind) => lifecycle switch
    {
        Lifecycle.Active => true,
        Lifecycle.PhaseOut or Lifecycle.Discontinued => kind is not (MovementKind.Receipt or MovementKind.Opening),
        Lifecycle.Blocked =>
            kind is MovementKind.Count or MovementKind.Adjustment or MovementKind.StatusChange or MovementKind.Scrap,
        _ => false,
    };
}
