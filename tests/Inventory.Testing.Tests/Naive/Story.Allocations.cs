using Inventory.Commands;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <content>The goods that orders are bound to.</content>
internal sealed partial class Story
{
    private static readonly PickStrategy[] Strategies =
        [PickStrategy.Fifo, PickStrategy.Lifo, PickStrategy.Fefo, PickStrategy.FewestSplits];

    private AllocateReservation Allocate(Step step, CommandKey key)
    {
        var reservation = Earlier(_reservations, step);
        var line = _reserved.GetValueOrDefault(reservation)?.Lines[0];
        var goods = new AllocationLine(
            line?.Sku ?? Sku(step), new Quantity(step.Quantity % 3 + 1, line?.Quantity.Unit ?? "ea"),
            step.Time % 4 == 3 ? Place(step) : line?.Pool ?? Place(step))
        {
            Lot = (line?.Sku is "lots" or "serials") == (step.Time % 31 != 30) ? Lots[step.Extra % Lots.Length] : null,
        };
        return new AllocateReservation(key, reservation)
        {
            Holder = HolderOf(reservation, step),
            Line = step.Gap % 5 == 4 ? step.Gap % 2 : null,
            Strategy = Strategies[step.Extra / 8 % Strategies.Length],
            Life = step.Key % 8 == 5 ? new MinimumLife(step.Extra % 4, new Ratio(1, 3)) : null,
            Shortage = step.Key % 32 == 9 ? Shortage.Backorder
                : step.Quantity % 2 == 0 ? Shortage.TakeAvailable : Shortage.Refuse,
            Goods = (step.Extra % 4) switch
            {
                0 => [goods],
                1 => [goods, goods with { Location = Place(step) }],
                _ => [],
            },
        };
    }

    private DeallocateReservation Deallocate(Step step, CommandKey key)
    {
        var reservation = Earlier(_reservations, step);
        return new DeallocateReservation(key, reservation)
        {
            Holder = HolderOf(reservation, step),
            Line = step.Gap % 5 == 4 ? step.Gap % 2 : null,
            Location = step.Quantity % 2 == 0 ? null : Place(step),
        };
    }

    private ReallocateReservation Reallocate(Step step, CommandKey key)
    {
        var from = Earlier(_reservations, step);
        var to = Earlier(_reservations, step with { Extra = step.Place });
        return new ReallocateReservation(key, from, to, _reserved.GetValueOrDefault(from)?.Lines[0].Sku ?? Sku(step))
        {
            Holder = HolderOf(from, step),
            Quantity = step.Quantity % 2 == 0 ? null
                : new Quantity(
                    step.Quantity % 3 + 1, _reserved.GetValueOrDefault(from)?.Lines[0].Quantity.Unit ?? "ea"),
        };
    }

    // What was reserved is taken to another place, mostly one of its pool.
    private PostMovement Pick(Step step, CommandKey key, Instant? effective)
    {
        var shipped = Fulfilment(step with { Extra = (byte)(step.Extra % 9 == 8 ? 0 : step.Extra) }, key, effective);
        var line = shipped.Lines[0] with { To = step.Place % 4 == 3 ? Place(step) : "BIN-1" };
        return shipped with
        {
            Kind = MovementKind.Transfer,
            Lines = [line.From == "BIN-1" ? line with { To = "MAIN" } : line],
        };
    }
}
