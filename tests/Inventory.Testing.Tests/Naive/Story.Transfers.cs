using Inventory.Commands;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <content>Transfers of two steps.</content>
internal sealed partial class Story
{
    private static DispatchTransfer Dispatch(Step step, CommandKey key, Instant? effective)
    {
        var line = new MovementLine(Sku(step), Amount(step))
        {
            From = step.Key % 2 == 0 ? "MAIN" : Place(step),
            FromStatus = Status(step),
            Lot = Lot(step),
        };
        var second = line with { Sku = Sku(step with { Sku = step.Extra }), Lot = null };
        return new DispatchTransfer(
            key, step.Time % 5 == 4 ? Places[step.Extra % Places.Length] : step.Time % 2 == 0 ? "EAST" : "LIMITED",
            step.Extra % 8 == 7 ? [line, second] : [line])
        {
            Effective = effective,
        };
    }

    private ReceiveTransfer Receive(Step step, CommandKey key, Instant? effective)
    {
        var transfer = Earlier(_transfers, step);
        var asked = _dispatched.TryGetValue(transfer, out var dispatch) ? dispatch.Lines[0].Quantity : Amount(step);
        var part = new Quantity(step.Quantity % 3 == 0 ? asked.Amount : Math.Ceiling(asked.Amount / 2), asked.Unit);
        var line = new ArrivalLine(step.Time % 11 == 10 ? 1 : 0, step.Extra % 8 == 7 ? null : part)
        {
            Lost = step.Extra % 8 > 5 ? part : null,
            To = step.Quantity % 16 == 15 ? Place(step) : null,
        };
        return new ReceiveTransfer(key, transfer, step.Extra % 7 == 6 ? [line, line] : [line])
        {
            Reason = step.Quantity % 5 == 4 ? null : step.Quantity % 5 == 3 ? "out" : "both",
            Tolerance = step.Time % 4 == 3 ? 0.5m : 0,
            Effective = effective,
        };
    }
}
