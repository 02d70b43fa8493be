using Inventory.Locations;

namespace Inventory.Testing.Naive;

/// <content>Freezes.</content>
public sealed partial class NaiveInventory
{
    private void Freeze(FreezeLocation freeze)
    {
        var place = FindPlace(freeze.Location);
        if (place is { IsOwn: false })
        {
            _errors.Add(ErrorCodes.InvalidLocation);
        }

        if (string.IsNullOrWhiteSpace(freeze.Owner) || freeze.Until?.ToUnixTimeTicks() / 10 <= _now)
        {
            _errors.Add(ErrorCodes.InvalidField);
        }

        if (place?.Freeze is { } other && other.Owner != freeze.Owner)
        {
            _errors.Add(ErrorCodes.Frozen);
        }

        if (_errors.Count == 0)
        {
            place!.Freeze = freeze;
        }
    }

    private void Unfreeze(UnfreezeLocation unfreeze)
    {
        var place = FindPlace(unfreeze.Location);
        if (place is { Freeze: null })
        {
            _errors.Add(ErrorCodes.NotFrozen);
        }

        if (_errors.Count == 0)
        {
            place!.Freeze = null;
        }
    }

    // Nothing goes into or out of what is frozen; what stays at its place goes neither way.
    private void CheckFrozen(List<NaivePlan> plan)
    {
        foreach (var line in plan.Where(line => line.From.Place.Code != line.To.Place.Code))
        {
            if (Stops(line.From.Place, FreezeDirection.In) || Stops(line.To.Place, FreezeDirection.Out))
            {
                _errors.Add(ErrorCodes.Frozen);
            }
        }
    }

    // A freeze stops what it does not leave open.
    private static bool Stops(NaivePlace place, FreezeDirection open) =>
        place.Upwards.Any(above => above.Freeze is { } freeze && freeze.Direction != open);
}
