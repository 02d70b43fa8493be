using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.References;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides commands: a pure function of the stock, the command and the moment.</summary>
/// <remarks>
/// Makes no ids, reads no clock, changes nothing. Safe for use from several threads on different stocks.
/// </remarks>
public static class Decider
{
    /// <summary>Decides one command.</summary>
    /// <param name="stock">The stock, as far as it is loaded.</param>
    /// <param name="command">The command.</param>
    /// <param name="moment">The instant and the command's place in its commit.</param>
    /// <returns>The change to apply, the errors, or what must be loaded before deciding again.</returns>
    public static Decision Decide(Stock stock, Command command, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(stock);
        ArgumentNullException.ThrowIfNull(command);
        var work = new Working(stock, command, moment);
        work.CheckHeader();
        switch (command)
        {
            case PostMovement movement:
                MovementDecider.Decide(ref work, movement);
                break;
            case CountStock count:
                CountDecider.Decide(ref work, count);
                break;
            case DispatchTransfer dispatch:
                DispatchDecider.Decide(ref work, dispatch);
                break;
            case ReceiveTransfer receive:
                ArrivalDecider.Decide(ref work, receive);
                break;
            case ReverseMovement reversal:
                ReversalDecider.Decide(ref work, reversal);
                break;
            case ReserveStock reserve:
                ReserveDecider.Decide(ref work, reserve);
                break;
            case ReleaseReservation release:
                ReservationDecider.Decide(ref work, release);
                break;
            case ConvertReservation convert:
                ReservationDecider.Decide(ref work, convert);
                break;
            case ExtendReservation extend:
                ReservationDecider.Decide(ref work, extend);
                break;
            case AllocateReservation allocate:
                AllocationDecider.Decide(ref work, allocate);
                break;
            case DeallocateReservation deallocate:
                AllocationDecider.Decide(ref work, deallocate);
                break;
            case ReallocateReservation reallocate:
                ReallocationDecider.Decide(ref work, reallocate);
                break;
            default:
                DecideMasterData(ref work, command);
                break;
        }

        if (work.IsClear)
        {
            AllocationKeeping.Run(ref work);
        }

        if (work.IsClear)
        {
            PromiseKeeping.Run(ref work);
        }

        return work.ToDecision();
    }

    private static void DecideMasterData(ref Working work, Command command)
    {
        switch (command)
        {
            case DefineSku define:
                CatalogDecider.Decide(ref work, define);
                break;
            case ChangeSkuDetails change:
                SkuDetailsDecider.Decide(ref work, change);
                break;
            case ChangeLifecycle change:
                CatalogDecider.Decide(ref work, change);
                break;
            case AddIdentifier add:
                CatalogDecider.Decide(ref work, add);
                break;
            case DefineLocation define:
                LocationDecider.Decide(ref work, define);
                break;
            case SetAddress set:
                LocationDetailsDecider.Decide(ref work, set);
                break;
            case SetCapacity set:
                LocationDetailsDecider.Decide(ref work, set);
                break;
            case FreezeLocation freeze:
                FreezeDecider.Decide(ref work, freeze);
                break;
            case UnfreezeLocation unfreeze:
                FreezeDecider.Decide(ref work, unfreeze);
                break;
            case ChangeLotStatus change:
                LotStatusDecider.Decide(ref work, change);
                break;
            case DefineReason define:
                CatalogDecider.Decide(ref work, define);
                break;
            case DefineReference define:
                ReferenceDecider.Decide(ref work, define);
                break;
            default:
                throw new ArgumentException($"{command.GetType().Name} is not a command of this library.",
                    nameof(command));
        }
    }
}
