using Inventory.Storage;
using Inventory.Testing.Storage;

namespace Inventory.Engine.Tests.Faults;

/// <summary>Brings a fault into a store, at one call.</summary>
internal static class FaultInjection
{
    private const int OutageCalls = 24;

    /// <summary>Whether callers may see an exception.</summary>
    public static bool IsSeen(Fault fault) => fault is Fault.Outage or Fault.CrashBefore or Fault.CrashAfter;

    /// <summary>Whether the process ends with the fault.</summary>
    public static bool IsCrash(Fault fault) => fault is Fault.CrashBefore or Fault.CrashAfter;

    public static void Inject(FaultyStore store, Fault fault, int at)
    {
        switch (fault)
        {
            case Fault.Before:
                store.FailBefore(at);
                break;
            case Fault.After:
                store.FailAfter(at);
                break;
            case Fault.Outage:
                for (var call = at; call < at + OutageCalls; call++)
                {
                    store.FailBefore(call);
                }

                break;
            default:
                store.OnStep = call => IsMet(fault, call, at) ? throw Failure(fault, call) : default;
                break;
        }
    }

    private static bool IsMet(Fault fault, StoreCall call, int at) => fault switch
    {
        Fault.NotCommitted => call.Number == at && IsCommit(call) && call.Moment == CallMoment.Before,
        Fault.Lasting => call.Number == at && call.Moment == CallMoment.Before,
        Fault.CrashBefore => call.Number >= at,
        Fault.CrashAfter => call.Number > at || (call.Number == at && call.Moment == CallMoment.After),
        _ => false,
    };

    private static InventoryStoreException Failure(Fault fault, StoreCall call) =>
        IsCommit(call) && (fault == Fault.NotCommitted || call.Moment == CallMoment.After)
            ? new CommitOutcomeUnknownException($"Injected at {call}.")
            : new InventoryStoreException($"Injected at {call}.");

    private static bool IsCommit(StoreCall call) => call.Member == nameof(IStoreWriter.CommitAsync);
}
