using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Decides that goods leave for another place: a movement to transit that names where they go.</summary>
internal static class DispatchDecider
{
    public static void Decide(ref Working work, DispatchTransfer dispatch)
    {
        var to = work.FindLocation(dispatch.To, "to");
        var via = work.FindLocation(dispatch.Via, "via");
        if (to is { Pool: 0 } or { Kind: LocationKind.Transit })
        {
            work.Refuse(ErrorCodes.InvalidLocation, "to", to.Code, "an own place that goods can arrive at",
                $"{to.Code} is of kind {to.Kind}, where nothing of ours arrives; name a place of one of our sites.");
        }

        if (via is not null and not { Kind: LocationKind.Transit })
        {
            work.Refuse(ErrorCodes.InvalidLocation, "via", via.Code, "a transit place",
                $"{via.Code} is of kind {via.Kind}; goods on their way lie at a place of kind Transit.");
        }

        for (var i = 0; i < dispatch.Lines.Count; i++)
        {
            if (dispatch.Lines[i].To is { } other)
            {
                work.Refuse(ErrorCodes.InvalidMovement, Working.Path("to", i), other, "null",
                    $"Line {i} names a place of its own to go to; all lines of a transfer go to {dispatch.To}.");
            }

            if (dispatch.Lines[i].Serials is not null)
            {
                work.Refuse(ErrorCodes.InvalidMovement, Working.Path("serials", i), null, "null",
                    $"Line {i} names several serials, of which each may arrive by itself; give each a line of its own.");
            }
        }

        if (to is null || via is not { Kind: LocationKind.Transit }
            || dispatch.Lines.Any(line => line.Serials is not null))
        {
            return;
        }

        MovementDecider.Decide(ref work, dispatch.ToMovement());
        if (work.IsClear)
        {
            work.Change.Reply = work.Change.Reply with { Number = to.Number };
        }
    }
}
